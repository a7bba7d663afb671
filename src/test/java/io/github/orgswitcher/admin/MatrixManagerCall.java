package io.github.orgswitcher.admin;

import io.github.orgswitcher.testing.Rest;
import io.github.orgswitcher.testing.RestResponse;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;

/**
 * A call of the REST for those who manage an organization, in an order in which all of them are possible.
 *
 * @see PermissionMatrixIT
 */
enum MatrixManagerCall {
    LIST_ENROLLMENTS("GET organizations/{orgId}/enrollments", 200),
    DENY("POST organizations/{orgId}/enrollments/{userId}/denial", 204),
    FORGET("DELETE organizations/{orgId}/enrollments/{userId}/denial", 204),
    APPROVE("POST organizations/{orgId}/enrollments/{userId}/approval", 204),
    LIST_MANAGERS("GET organizations/{orgId}/managers", 200),
    APPOINT("PUT organizations/{orgId}/managers/{userId}", 204),
    DISMISS("DELETE organizations/{orgId}/managers/{userId}", 204),
    LIST_INVITATIONS("GET organizations/{orgId}/invitations", 200),
    INVITE("POST organizations/{orgId}/invitations", 201, "{'email': 'another@there.example'}"),
    RESEND("POST organizations/{orgId}/invitations/{invitationId}/resend", 200),
    WITHDRAW("DELETE organizations/{orgId}/invitations/{invitationId}", 204),
    LIST_DOMAINS("GET organizations/{orgId}/domains", 200),
    ADD_DOMAIN("POST organizations/{orgId}/domains", 201, "{'domain': 'added.example'}"),
    CHECK_DOMAIN("POST organizations/{orgId}/domains/{domain}/verification", 200),
    MAIL_CODE("POST organizations/{orgId}/domains/{domain}/affiliation/mail", 200, "{'email': 'any@there.example'}"),
    /** Of nobody's mail. */
    TYPE_CODE("POST organizations/{orgId}/domains/{domain}/affiliation/code", 400, "{'code': '00000000'}"),
    AFFILIATE("POST organizations/{orgId}/domains/{domain}/affiliation", 200),
    REMOVE_DOMAIN("DELETE organizations/{orgId}/domains/{domain}", 204),
    READ_POLICY("GET organizations/{orgId}/policy", 200),
    CHANGE_POLICY("PUT organizations/{orgId}/policy", 204, "{'joinMode': 'DISABLED'}");

    private final String documented;
    private final String body;
    final int success;

    MatrixManagerCall(String documented, int success) {
        this(documented, success, "");
    }

    MatrixManagerCall(String documented, int success, String body) {
        this.documented = documented;
        this.success = success;
        this.body = body.replace('\'', '"');
    }

    /** As the API document names it. */
    String documented() {
        return documented;
    }

    boolean changes() {
        return !method().equals("GET");
    }

    /** Sends it with values for the variables of its path. */
    RestResponse send(Rest rest, Map<String, String> variables) {
        String path = documented.substring(documented.indexOf(' ') + 1);
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            path = path.replace("{" + variable.getKey() + "}", variable.getValue());
        }
        return rest.call(
                method(),
                "org-switcher/" + path,
                body.isEmpty() ? "" : "application/json",
                BodyPublishers.ofString(body));
    }

    private String method() {
        return documented.substring(0, documented.indexOf(' '));
    }
}
