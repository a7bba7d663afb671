package io.github.orgswitcher.admin;

import io.github.orgswitcher.testing.Rest;
import io.github.orgswitcher.testing.RestResponse;
import java.net.http.HttpRequest.BodyPublishers;

/**
 * A call of the admin REST with what it takes, in an order in which all of them are possible.
 *
 * @see PermissionMatrixIT
 */
enum MatrixCall {
    LIST_REALM_DOMAINS("GET domains?search=there.example", Right.LOOK, 200),
    COUNT_REALM_DOMAINS("GET domains/count?search=there.example", Right.LOOK, 200),
    IMPORT_DOMAINS("POST domains", Right.LOOK, 200, "[{'organization': '{orgId}', 'domain': 'imported.example'}]"),
    IMPORT_PEOPLE("POST people/import", Right.LOOK, 200, "organization,email\n{orgId},imported@there.example"),
    PREVIEW("GET preview?email=asker@there.example", Right.LOOK, 200),

    LIST_REALM_ENROLLMENTS("GET enrollments?status=REQUESTED", Right.LOOK, 200),
    COUNT_REALM_ENROLLMENTS("GET enrollments/count?status=REQUESTED", Right.LOOK, 200),

    LIST_SET_ASIDE("GET people/set-aside", Right.LOOK_FOR_PEOPLE, 200),

    READ_POLICY("GET organizations/{orgId}/policy", Right.READ, 200),
    LIST_DOMAINS("GET organizations/{orgId}/domains", Right.READ, 200),
    COUNT_DOMAINS("GET organizations/{orgId}/domains/count", Right.READ, 200),
    LIST_UNALLOWED_DOMAINS("GET organizations/{orgId}/domains/unallowed", Right.READ, 200),
    READ_DOMAIN("GET organizations/{orgId}/domains/{domain}", Right.READ, 200),
    LIST_ENROLLMENTS("GET organizations/{orgId}/enrollments", Right.READ, 200),
    COUNT_ENROLLMENTS("GET organizations/{orgId}/enrollments/count", Right.READ, 200),

    LIST_PEOPLE("GET organizations/{orgId}/people", Right.READ_PEOPLE, 200),

    UPDATE_POLICY("PUT organizations/{orgId}/policy", Right.CHANGE, 204, "{'joinMode': 'REQUEST'}"),
    ADD_DOMAIN("POST organizations/{orgId}/domains", Right.CHANGE, 201, "{'domain': 'added.example'}"),
    UPDATE_DOMAIN("PUT organizations/{orgId}/domains/{domain}", Right.CHANGE, 204, "{'joinMode': 'REQUEST'}"),
    VERIFY_DOMAIN("POST organizations/{orgId}/domains/{domain}/verification", Right.CHANGE, 200),
    DENY("POST organizations/{orgId}/enrollments/{userId}/denial", Right.CHANGE, 204),
    FORGET("DELETE organizations/{orgId}/enrollments/{userId}/denial", Right.CHANGE, 204),
    APPROVE("POST organizations/{orgId}/enrollments/{userId}/approval", Right.CHANGE, 204),
    INVITE_PEOPLE("POST organizations/{orgId}/people/invitations", Right.INVITE_PEOPLE, 200, "{'users': ['{userId}']}"),
    JOIN_PEOPLE("POST organizations/{orgId}/people/memberships", Right.JOIN_PEOPLE, 200, "{'users': ['{userId}']}"),
    REMOVE_DOMAIN("DELETE organizations/{orgId}/domains/{domain}", Right.CHANGE, 204),

    READ_SETUP("GET setup", Right.READ_SETUP, 200),
    SET_UP("PUT setup", Right.CHANGE_SETUP, 204, "{'identityProviders': ['social']}"),
    REMOVE_SETUP("DELETE setup", Right.CHANGE_SETUP, 204);

    /** What calls take: each has calls of Keycloak's own that take the same. */
    enum Right {
        /** Look for organizations. */
        LOOK,
        /** Look for organizations and for users. */
        LOOK_FOR_PEOPLE,
        /** View the organization. */
        READ,
        /** View the organization and look for users. */
        READ_PEOPLE,
        /** Manage the organization and look for users. */
        INVITE_PEOPLE,
        /** Manage the organization and users. */
        JOIN_PEOPLE,
        /** Manage the organization. */
        CHANGE,
        /** View the realm's flows, required actions and identity providers. */
        READ_SETUP,
        /** Manage the realm and its identity providers. */
        CHANGE_SETUP
    }

    private final String documented;
    private final String path;
    private final String body;
    final Right right;
    final int success;

    MatrixCall(String call, Right right, int success) {
        this(call, right, success, "");
    }

    MatrixCall(String call, Right right, int success, String body) {
        this.documented = call.replaceFirst("\\?.*", "");
        this.path = call.substring(call.indexOf(' ') + 1);
        this.right = right;
        this.success = success;
        this.body = body.replace('\'', '"');
    }

    /** As the API document and the guide name it. */
    String documented() {
        return documented;
    }

    boolean changes() {
        return !method().equals("GET");
    }

    /** What its change takes; the import answers all who may look, and judges each organization's rows by this. */
    Right appliesBy() {
        return changes() && right == Right.LOOK ? Right.CHANGE : right;
    }

    /** Whether its path has this variable. */
    boolean names(String variable) {
        return documented.contains("{" + variable + "}");
    }

    /** Sends it for an organization and one of its people. */
    RestResponse send(Rest rest, String orgId, String userId) {
        return rest.call(
                method(),
                "org-switcher/"
                        + path.replace("{orgId}", orgId)
                                .replace("{userId}", userId)
                                .replace("{domain}", "there.example"),
                type(),
                BodyPublishers.ofString(body.replace("{orgId}", orgId).replace("{userId}", userId)));
    }

    private String type() {
        if (body.isEmpty()) {
            return "";
        }
        return body.startsWith("{") || body.startsWith("[") ? "application/json" : "text/csv";
    }

    private String method() {
        return documented.substring(0, documented.indexOf(' '));
    }
}
