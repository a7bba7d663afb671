package io.github.orgswitcher.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.admin.MatrixCall.Right;
import io.github.orgswitcher.testing.EnrollmentRows;
import io.github.orgswitcher.testing.KeycloakSuite;
import io.github.orgswitcher.testing.Rest;
import io.github.orgswitcher.testing.RestResponse;
import io.github.orgswitcher.testing.TestRealm;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.representations.idm.RealmRepresentation;

/**
 * Administrators by calls: {@link MatrixCall} says what each call takes, the table below who has it. Each answer is held
 * against those of Keycloak's own calls, so that nobody may do more, or less, here than there; and what is refused leaves
 * everything as it was.
 */
class PermissionMatrixIT extends KeycloakSuite {

    private static final String YES = "yes";
    private static final String NOWHERE = "00000000-0000-4000-8000-000000000000";

    private MatrixAdministrators administrators;
    private EnrollmentRows enrollments;
    private String asker;
    private String applicant;
    private TestRealm other;
    private String foreign;
    private String stranger;

    @BeforeAll
    void addPeople() {
        enrollments = EnrollmentRows.of(realm());
        asker = realm().user("asker", "asker@there.example");
        applicant = realm().user("applicant", "applicant@there.example");
        other = TestRealm.on(server());
        foreign = MatrixAdministrators.organization(other);
        stranger = other.user("stranger", "stranger@there.example");
        EnrollmentRows.of(other).add(foreign, stranger, "REQUESTED", null, "there.example", 1);
        administrators = new MatrixAdministrators(realm(), other);
    }

    @AfterAll
    void closeOther() {
        other.close();
    }

    @Test
    void eachCallIsInTheMatrix() {
        assertThat(Stream.of(MatrixCall.values()).map(MatrixCall::documented))
                .containsExactlyInAnyOrderElementsOf(
                        OpenApiDocument.operations().map(Object::toString).toList());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            administrator                              | LOOK | LOOK_FOR_PEOPLE | READ | CHANGE | READ_PEOPLE | INVITE_PEOPLE | JOIN_PEOPLE | READ_SETUP | CHANGE_SETUP
            nobody                                     | 401  | 401             | 401  | 401    | 401         | 401           | 401         | 401        | 401
            no role                                    | 403  | 403             | 403  | 403    | 403         | 403           | 403         | 403        | 403
            query-users                                | 403  | 403             | 403  | 403    | 403         | 403           | 403         | 403        | 403
            view-users                                 | 403  | 403             | 403  | 403    | 403         | 403           | 403         | 403        | 403
            manage-users                               | 403  | 403             | 403  | 403    | 403         | 403           | 403         | 403        | 403
            query-groups                               | 403  | 403             | 403  | 403    | 403         | 403           | 403         | 403        | 403
            view-realm                                 | 403  | 403             | 403  | 403    | 403         | 403           | 403         | 403        | 403
            view-clients                               | 403  | 403             | 403  | 403    | 403         | 403           | 403         | 403        | 403
            view-identity-providers                    | 403  | 403             | 403  | 403    | 403         | 403           | 403         | 403        | 403
            manage-identity-providers                  | 403  | 403             | 403  | 403    | 403         | 403           | 403         | 403        | 403
            view-realm, view-identity-providers        | 403  | 403             | 403  | 403    | 403         | 403           | 403         | yes        | 403
            query-organizations                        | yes  | 403             | 403  | 403    | 403         | 403           | 403         | 403        | 403
            view-organizations                         | yes  | 403             | yes  | 403    | 403         | 403           | 403         | 403        | 403
            view-organizations, view-users             | yes  | yes             | yes  | 403    | yes         | 403           | 403         | 403        | 403
            manage-organizations                       | yes  | 403             | yes  | yes    | 403         | 403           | 403         | 403        | 403
            manage-organizations, view-users           | yes  | yes             | yes  | yes    | yes         | yes           | 403         | 403        | 403
            manage-organizations, manage-users         | yes  | yes             | yes  | yes    | yes         | yes           | yes         | 403        | 403
            manage-realm                               | yes  | 403             | yes  | yes    | 403         | 403           | 403         | 403        | 403
            manage-realm, manage-identity-providers    | yes  | 403             | yes  | yes    | 403         | 403           | 403         | yes        | yes
            realm-admin                                | yes  | yes             | yes  | yes    | yes         | yes           | yes         | yes        | yes
            administrator of the server                | yes  | yes             | yes  | yes    | yes         | yes           | yes         | yes        | yes
            fine-grained: view                         | yes  | 403             | yes  | 403    | 403         | 403           | 403         | 403        | 403
            fine-grained: view, manage                 | yes  | 403             | yes  | yes    | 403         | 403           | 403         | 403        | 403
            fine-grained: manage                       | yes  | 403             | 403  | 403    | 403         | 403           | 403         | 403        | 403
            fine-grained elsewhere: view, manage       | yes  | 403             | 403  | 403    | 403         | 403           | 403         | 403        | 403
            administrator of another realm             | 403  | 403             | 403  | 403    | 403         | 403           | 403         | 403        | 403
            """)
    void rightsOpenTheCalls(
            String administrator,
            String look,
            String lookForPeople,
            String read,
            String change,
            String readPeople,
            String invitePeople,
            String joinPeople,
            String readSetup,
            String changeSetup) {
        Map<Right, String> rights = new EnumMap<>(Map.of(
                Right.LOOK, look,
                Right.LOOK_FOR_PEOPLE, lookForPeople,
                Right.READ, read,
                Right.CHANGE, change,
                Right.READ_PEOPLE, readPeople,
                Right.INVITE_PEOPLE, invitePeople,
                Right.JOIN_PEOPLE, joinPeople,
                Right.READ_SETUP, readSetup,
                Right.CHANGE_SETUP, changeSetup));
        String organization = MatrixAdministrators.organization(realm());
        enrollments.add(organization, asker, "REQUESTED", null, "there.example", 1);
        enrollments.add(organization, applicant, "REQUESTED", null, "there.example", 2);
        Rest rest = realm().rest().as(administrators.token(administrator, organization));
        KeycloakCalls keycloak = new KeycloakCalls(realm(), rest);

        rights.forEach((right, answer) -> assertAsKeycloak(
                answer, keycloak.alike(right, organization, asker).map(RestResponse::status)));
        RealmPicture foreignPicture = RealmPicture.of(other, foreign);
        RealmPicture before = RealmPicture.of(realm(), organization);
        assertOutOfReach(rest, rights, organization);
        for (MatrixCall call : MatrixCall.values()) {
            boolean changes = call.changes() && YES.equals(rights.get(call.appliesBy()));
            if (changes) {
                assertThat(RealmPicture.of(realm(), organization))
                        .as("before " + call)
                        .isEqualTo(before);
            }
            RestResponse answer = call.send(rest, organization, call == MatrixCall.APPROVE ? asker : applicant);
            assertStatus(call, answer, rights.get(call.right), call.success);
            if (changes) {
                RealmPicture after = RealmPicture.of(realm(), organization);
                assertThat(after).as("after " + call).isNotEqualTo(before);
                before = after;
            }
            assertThat(answer.body()).as("another realm's").doesNotContain(foreign);
            switch (call) {
                case IMPORT_DOMAINS -> assertTold(answer, "\"ADDED\"", changes);
                case IMPORT_PEOPLE -> assertTold(answer, "\"INVITED", changes);
                case LIST_REALM_DOMAINS, PREVIEW -> assertTold(answer, organization, YES.equals(read));
                case LIST_REALM_ENROLLMENTS -> {
                    assertTold(answer, organization, YES.equals(read));
                    assertTold(answer, "applicant@there.example", YES.equals(read) && keycloak.showUser(applicant));
                }
                case LIST_PEOPLE ->
                    assertTold(
                            answer, "applicant@there.example", YES.equals(readPeople) && keycloak.showUser(applicant));
                case INVITE_PEOPLE -> assertTold(answer, "\"INVITED", changes);
                case JOIN_PEOPLE -> assertTold(answer, "\"JOINED\"", changes);
                case LIST_ENROLLMENTS -> {
                    boolean mayView = YES.equals(read) && keycloak.showUser(applicant);
                    assertTold(answer, "applicant@there.example", mayView);
                }
                default -> {}
            }
        }
        assertThat(RealmPicture.of(realm(), organization))
                .as("after the last call")
                .isEqualTo(before);
        assertThat(RealmPicture.of(other, foreign)).as("another realm").isEqualTo(foreignPicture);
        assertThat(keycloak.organization(NOWHERE).status())
                .as("Keycloak of an organization that is not there")
                .isEqualTo(status(look, 404));
    }

    @Test
    void eachCallForManagersIsInTheMatrix() {
        assertThat(Stream.of(MatrixManagerCall.values()).map(MatrixManagerCall::documented))
                .containsExactlyInAnyOrderElementsOf(OpenApiDocument.accountOperations()
                        .map(Object::toString)
                        .filter(call ->
                                call.matches(".*/\\{orgId}/(enrollments|managers|invitations|domains|policy).*"))
                        .toList());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            person                                  | look | change
            nobody                                  | 401  | 401
            member                                  | 404  | 404
            former manager                          | 404  | 404
            manager of another organization         | 404  | 404
            manager in another realm                | 401  | 401
            administrator of the realm              | 404  | 404
            administrator of another realm          | 401  | 401
            administrator of the server             | 401  | 401
            manager at an application that may look | yes  | 403
            manager                                 | yes  | yes
            """)
    void managersOpenTheirOrganizationAlone(String person, String look, String change) {
        realm().enableRequiredAction("org-switcher", Map.of());
        String organization = MatrixAdministrators.organization(realm());
        MatrixManagers.letManage(realm(), organization);
        enrollments.add(organization, asker, "REQUESTED", null, "there.example", 1);
        enrollments.add(organization, applicant, "REQUESTED", null, "there.example", 2);
        realm().invite(organization, "invited@there.example");
        Rest rest = new MatrixManagers(realm(), other).rest(person, organization);

        List<String> others = List.of(NOWHERE, foreign, MatrixAdministrators.organization(realm()));
        RealmPicture foreignPicture = RealmPicture.of(other, foreign);
        RealmPicture before = RealmPicture.of(realm(), organization);
        for (String elsewhere : others) {
            for (MatrixManagerCall call : MatrixManagerCall.values()) {
                RestResponse answer = call.send(rest, variables(call, organization, elsewhere));
                assertThat(answer.status())
                        .as(call + " " + answer)
                        .isEqualTo(status(call.changes() ? change : look, 404));
            }
        }
        for (MatrixManagerCall call : MatrixManagerCall.values()) {
            if (call == MatrixManagerCall.MAIL_CODE && change.equals(YES)) {
                // From here on the domain waits for a proof, as one does that a manager has added.
                server().sql()
                        .execute("update ORGSW_ALLOWED_DOMAIN set BACKING = 'CLAIM' where ORG_ID = ?", organization);
            }
            RestResponse answer = call.send(rest, variables(call, organization, organization));
            assertThat(answer.status())
                    .as(call + " " + answer)
                    .isEqualTo(status(call.changes() ? change : look, call.success));
            assertThat(answer.body().contains("there.example"))
                    .as(answer.body())
                    .isEqualTo(answer.status() == 200
                            && call != MatrixManagerCall.RESEND
                            && call != MatrixManagerCall.READ_POLICY);
        }
        assertThat(RealmPicture.of(realm(), organization).equals(before)).isEqualTo(!change.equals(YES));
        assertThat(RealmPicture.of(other, foreign)).as("another realm").isEqualTo(foreignPicture);
    }

    private Map<String, String> variables(MatrixManagerCall call, String organization, String posted) {
        String person =
                switch (call) {
                    case DENY, FORGET -> applicant;
                    default -> asker;
                };
        List<String> invitations = realm().invitations(organization, "invited@there.example");
        return Map.of(
                "orgId",
                posted,
                "userId",
                person,
                "domain",
                "there.example",
                "invitationId",
                invitations.isEmpty() ? NOWHERE : invitations.get(0));
    }

    @ParameterizedTest
    @CsvSource({"view-organizations, 404", "manage-organizations, 404", "view-users, 403"})
    void realmsWithoutOrganizationsHaveNone(String role, int status) {
        String organization = MatrixAdministrators.organization(realm());
        Rest rest = realm().rest().as(realm().adminToken(role));
        switchOrganizations(false);
        try {
            assertThat(rest.get("organizations").status()).as("Keycloak").isEqualTo(status);
            for (MatrixCall call : MatrixCall.values()) {
                if (call.right != Right.READ_SETUP && call.right != Right.CHANGE_SETUP) {
                    assertThat(call.send(rest, organization, asker).status())
                            .as(call.toString())
                            .isEqualTo(status);
                }
            }
        } finally {
            switchOrganizations(true);
        }
    }

    private void switchOrganizations(boolean enabled) {
        RealmRepresentation representation = realm().resource().toRepresentation();
        representation.setOrganizationsEnabled(enabled);
        realm().resource().update(representation);
    }

    /** What answers many administrators tells each of them no more than they may know. */
    private static void assertTold(RestResponse answer, String text, boolean told) {
        assertThat(answer.body().contains(text)).as(answer.body()).isEqualTo(told);
    }

    /** Organizations that are not there, and those of another realm, and people of another realm. */
    private void assertOutOfReach(Rest rest, Map<Right, String> rights, String organization) {
        for (MatrixCall call : MatrixCall.values()) {
            if (call.names("orgId")) {
                for (String id : List.of(NOWHERE, foreign)) {
                    assertStatus(call, call.send(rest, id, stranger), rights.get(Right.LOOK), 404);
                }
            }
            if (call.names("userId")) {
                assertStatus(call, call.send(rest, organization, stranger), rights.get(call.right), 404);
            }
        }
        assertTold(MatrixCall.IMPORT_DOMAINS.send(rest, foreign, stranger), "\"ADDED\"", false);
        for (String id : List.of(NOWHERE, foreign)) {
            assertThat(previewIn(rest, id)).isEqualTo(status(rights.get(Right.LOOK), 404));
        }
        String read = YES.equals(rights.get(Right.LOOK)) ? rights.get(Right.READ) : rights.get(Right.LOOK);
        assertThat(previewIn(rest, organization)).isEqualTo(status(read, 200));
    }

    /** The preview of a login in a session that works in an organization. */
    private static int previewIn(Rest rest, String organization) {
        return rest.get("org-switcher/preview?email=asker@there.example&activeOrganization=" + organization)
                .status();
    }

    private static void assertAsKeycloak(String answer, Stream<Integer> keycloaks) {
        if (answer.equals(YES)) {
            assertThat(keycloaks).allMatch(status -> status / 100 == 2);
        } else {
            assertThat(keycloaks).contains(Integer.valueOf(answer));
        }
    }

    private static void assertStatus(MatrixCall call, RestResponse answer, String cell, int whereOpen) {
        assertThat(answer.status()).as(call + " " + answer).isEqualTo(status(cell, whereOpen));
    }

    private static int status(String cell, int whereOpen) {
        return cell.equals(YES) ? whereOpen : Integer.parseInt(cell);
    }
}
