package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.RestResponse;
import io.github.orgswitcher.testing.UserAgent;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * What becomes of what people want, where the seats are taken, or the address has become another, between the page that offers it and
 * the press; and by REST, which has shown nothing, the same.
 */
class OutcomesIT extends ManagerSuite {

    private static final String DONE = "done";

    @BeforeAll
    void switchThePageOn() {
        realm().enableRequiredAction("org-switcher-account", Map.of());
        realm().browserFlowWith("org-switcher");
    }

    @ParameterizedTest(name = "{0}, seats {1}, qualifies {2}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            act     | seats | qualifies | page                 | status | REST
            JOIN    | free  | yes       | done                 | 204    | done
            JOIN    | full  | yes       | no places left       | 409    | no places left
            JOIN    | free  | no        | no longer available  | 404    | no longer available
            JOIN    | full  | no        | no longer available  | 404    | no longer available
            ASK     | free  | yes       | done                 | 204    | done
            ASK     | full  | yes       | no places left       | 409    | no places left
            ASK     | free  | no        | no longer available  | 404    | no longer available
            ASK     | full  | no        | no longer available  | 404    | no longer available
            ACCEPT  | free  | yes       | done                 | 204    | done
            ACCEPT  | full  | yes       | no places left       | 409    | no places left
            ACCEPT  | free  | no        | no longer valid      | 404    | no longer valid
            ACCEPT  | full  | no        | no longer valid      | 404    | no longer valid
            APPROVE | free  | yes       | done                 | 204    | done
            APPROVE | full  | yes       | no places left       | 409    | no places left
            APPROVE | free  | no        | no longer matches    | 409    | no longer matches
            APPROVE | full  | no        | no longer matches    | 409    | no longer matches
            """)
    void outcomeIsThatOfTheMoment(Act act, String seats, String qualifies, String page, int status, String rest) {
        Wish byPage = new Wish(act);
        Supplier<Page> press = byPage.page();
        byPage.change(seats, qualifies);
        Page end = press.get();
        byPage.assertOutcome(page, end.text());

        Wish byRest = new Wish(act);
        Supplier<RestResponse> call = byRest.call();
        byRest.change(seats, qualifies);
        RestResponse answer = call.get();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        byRest.assertOutcome(rest, answer.body());
    }

    /** What somebody wants of an organization. */
    enum Act {
        JOIN,
        ASK,
        ACCEPT,
        APPROVE
    }

    /** A person, and an organization that has a manager and one seat more. */
    private final class Wish {

        private final Act act;
        private final String alias = "o" + UUID.randomUUID().toString().substring(0, 8);
        private final String username = "p-" + alias;
        private final String email = username + "@" + alias + ".example";
        private final String org;

        Wish(Act act) {
            this.act = act;
            this.org = realm().organization(
                            alias,
                            alias,
                            Map.of(
                                    "org-switcher.allowed-domains",
                                    act == Act.ACCEPT ? List.of() : List.of(alias + ".example"),
                                    "org-switcher.join-mode",
                                    List.of(act == Act.JOIN ? "SUGGEST" : "REQUEST"),
                                    "org-switcher.max-members",
                                    List.of("2"),
                                    "org-switcher.manager-group",
                                    List.of("/managers")));
            manager(org, "m-" + alias);
            if (act == Act.ACCEPT) {
                realm().invite(org, email);
            }
        }

        /** A press on the page as it is now. */
        Supplier<Page> page() {
            if (act == Act.APPROVE) {
                String asker = asks(org, username, alias);
                URI address = URI.create(server().realmUri(realm().name()) + "/org-switcher/manage/" + alias);
                Page manage = OidcClient.fillLogin(UserAgent.on(server()).open(address), "m-" + alias);
                return () -> manage.submit("#org-switcher-approve-" + asker);
            }
            Switcher switcher = Switcher.on(person(username, email).signIn(realm().app()));
            return switch (act) {
                case JOIN -> () -> switcher.join(alias);
                case ASK -> () -> switcher.request(alias);
                default -> () -> switcher.accept(alias);
            };
        }

        Supplier<RestResponse> call() {
            String organization = "org-switcher/organizations/" + org;
            if (act == Act.APPROVE) {
                String asker = asks(org, username, alias);
                return () -> rest("m-" + alias).post(organization + "/enrollments/" + asker + "/approval");
            }
            realm().user(username, email);
            return switch (act) {
                case JOIN -> () -> rest(username).post(organization + "/join");
                case ASK -> () -> rest(username).post(organization + "/request");
                default -> {
                    String invitation = realm().invitations(org, email).get(0);
                    yield () -> rest(username).post("org-switcher/invitations/" + invitation);
                }
            };
        }

        void change(String seats, String qualifies) {
            if (seats.equals("full")) {
                realm().member(org, realm().user("f-" + alias, "f-" + alias + "@elsewhere.example"));
            }
            if (qualifies.equals("no")) {
                UserRepresentation user =
                        realm().resource().users().get(realm().userId(username)).toRepresentation();
                user.setEmail(username + "@elsewhere.example");
                user.setEmailVerified(true);
                realm().resource().users().get(user.getId()).update(user);
            }
        }

        void assertOutcome(String outcome, String told) {
            String user = realm().userId(username);
            if (!outcome.equals(DONE)) {
                assertThat(told).contains(outcome);
            }
            assertThat(realm().isMember(org, user)).isEqualTo(outcome.equals(DONE) && act != Act.ASK);
            boolean asked = act == Act.ASK ? outcome.equals(DONE) : act == Act.APPROVE && !outcome.equals(DONE);
            assertThat(realm().rest()
                            .get("org-switcher/organizations/" + org + "/enrollments?status=REQUESTED")
                            .json())
                    .hasSize(asked ? 1 : 0);
        }
    }
}
