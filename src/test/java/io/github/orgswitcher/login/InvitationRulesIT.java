package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.Rest;
import io.github.orgswitcher.testing.RestResponse;
import io.github.orgswitcher.testing.TestRealm;
import io.github.orgswitcher.testing.UserAgent;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.keycloak.representations.idm.EventRepresentation;
import org.keycloak.representations.idm.OrganizationRepresentation;

/** What has come in the way of an invitation is told wherever it is answered: by Keycloak's own link, the pages and REST. */
class InvitationRulesIT extends SwitcherSuite {

    @Override
    Map<String, String> settings() {
        return Map.of("creation", "OFF", "publicAddressesMayNot", "BE_INVITED", "oneOrganizationPerPerson", "true");
    }

    @BeforeAll
    void switchThePageOn() {
        realm().enableRequiredAction("org-switcher-account", Map.of());
    }

    /** What is in the way. */
    enum Rule {
        SEATS("no places left", "org_switcher_seats_full", 409),
        ONE_ORGANIZATION("nobody can belong to two here", "org_switcher_one_organization", 409),
        PUBLIC_ADDRESS("public or disposable mail providers", "org_switcher_public_address", 403),
        VETO("takes nobody in before 2999-12-31", "org_switcher_vetoed", 403);

        private final String sentence;
        private final String error;
        private final int status;

        Rule(String sentence, String error, int status) {
            this.sentence = sentence;
            this.error = error;
            this.status = status;
        }
    }

    /** An organization, and an address that it invites. */
    private final class Invited {

        private final Rule rule;
        private final String alias = "r" + UUID.randomUUID().toString().substring(0, 8);
        private final String email;
        private final String org;

        Invited(Rule rule) {
            this.rule = rule;
            this.email = alias + (rule == Rule.PUBLIC_ADDRESS ? "@gmail.com" : "@invited.example");
            this.org = organization("Hooli " + alias, alias);
        }

        /** Has it come in the way, of an account where that takes one. */
        void block(String userId) {
            switch (rule) {
                case SEATS -> {
                    realm().member(org, realm().user("f-" + alias, "f-" + alias + "@elsewhere.example"));
                    attributes(Map.of("org-switcher.max-members", List.of("1")));
                }
                case ONE_ORGANIZATION -> realm().member(initech, userId);
                case VETO -> attributes(Map.of("frozen-until", List.of("2999-12-31")));
                default -> {
                    // The address is what is in the way.
                }
            }
        }

        void attributes(Map<String, List<String>> attributes) {
            var organization = realm().resource().organizations().get(org);
            OrganizationRepresentation representation = organization.toRepresentation();
            representation.setAttributes(new HashMap<>(attributes));
            organization.update(representation).close();
        }

        URI link() {
            return server().mailbox().awaitMailTo(email).links().stream()
                    .filter(link -> link.toString().contains("token=")
                            || link.toString().contains("key="))
                    .findFirst()
                    .orElseThrow();
        }

        void assertRefused(Page page) {
            assertThat(page.text()).contains(rule.sentence);
            assertThat(realm().invitations(org, email)).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void linkInTheMailJoinsNobodyWhoCameSocially(Rule rule) {
        Invited invited = new Invited(rule);
        Person person = person(invited.alias, invited.email);
        person.signIn(realm().app());
        realm().invite(invited.org, invited.email);
        invited.block(person.id());

        Page opened = UserAgent.on(server()).open(invited.link());

        assertThat(opened.status()).as("%s", opened).isEqualTo(400);
        invited.assertRefused(opened);
        assertThat(realm().isMember(invited.org, person.id())).isFalse();
        assertThat(events(person.id(), "INVITE_ORG_ERROR")).singleElement().satisfies(event -> {
            assertThat(event.getError()).isEqualTo(rule.error);
            assertThat(event.getDetails()).containsEntry("org_id", invited.org);
        });
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "PUBLIC_ADDRESS")
    void whatComesInTheWayWhileItAsksJoinsNobody(Rule rule) {
        Invited invited = new Invited(rule);
        String user = realm().user(invited.alias, invited.email);
        realm().invite(invited.org, invited.email);
        Page confirmation = UserAgent.on(server()).open(invited.link());
        invited.block(user);

        invited.assertRefused(confirmation.click("#kc-info-message a"));

        assertThat(realm().isMember(invited.org, user)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "ONE_ORGANIZATION")
    void linkInTheMailRegistersNobody(Rule rule) {
        Invited invited = new Invited(rule);
        realm().invite(invited.org, invited.email);
        Page form = UserAgent.on(server()).open(invited.link());
        assertThat(form.has("#kc-register-form")).as("%s", form).isTrue();
        invited.block("");

        invited.assertRefused(register(form, invited));

        assertThat(realm().resource().users().searchByEmail(invited.email, true))
                .isEmpty();
        assertThat(realm().events())
                .filteredOn(event -> rule.error.equals(event.getError())
                        && event.getType().equals("REGISTER_ERROR")
                        && invited.org.equals(event.getDetails().get("org_id")))
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"SEATS", "VETO"})
    void whoeverRegistersByTheLinkIsInOnceNothingIsInTheWay(Rule rule) {
        Invited invited = new Invited(rule);
        realm().invite(invited.org, invited.email);
        Page form = UserAgent.on(server()).open(invited.link());
        invited.block("");
        Page refused = register(form, invited);
        invited.attributes(Map.of());

        register(refused, invited);

        assertThat(realm().isMember(invited.org, realm().userId(invited.alias))).isTrue();
        assertThat(realm().invitations(invited.org, invited.email)).isEmpty();
    }

    private static Page register(Page form, Invited invited) {
        return form.submit(
                "#kc-register-form [type=submit]",
                Map.of(
                        "username", invited.alias,
                        "email", invited.email,
                        "firstName", "Ada",
                        "lastName", "Example",
                        "password", TestRealm.PASSWORD,
                        "password-confirm", TestRealm.PASSWORD));
    }

    @ParameterizedTest
    @EnumSource
    void restAnswersWithTheReason(Rule rule) {
        Invited invited = new Invited(rule);
        String user = realm().user(invited.alias, invited.email);
        String id = realm().invite(invited.org, invited.email);
        invited.block(user);
        Rest rest = realm().userRest(realm().app().directGrant(invited.alias).accessToken());

        RestResponse refused = rest.post("org-switcher/invitations/" + id);

        assertThat(refused.status()).as(refused.toString()).isEqualTo(rule.status);
        assertThat(refused.json().path("errorMessage").asText()).contains(rule.sentence);
        assertThat(events(user, "CUSTOM_REQUIRED_ACTION_ERROR")).singleElement().satisfies(event -> {
            assertThat(event.getError()).isEqualTo(rule.error);
            assertThat(event.getDetails()).containsEntry("org_switcher_organization", invited.org);
        });
        assertThat(realm().invitations(invited.org, invited.email)).containsExactly(id);
        assertThat(rest.delete("org-switcher/invitations/" + id).status())
                .as("it can be declined")
                .isEqualTo(204);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "PUBLIC_ADDRESS")
    void pageThatIsOpenSaysTheReason(Rule rule) {
        Invited invited = new Invited(rule);
        Person person = person(invited.alias, invited.email);
        person.signIn(realm().app());
        realm().invite(invited.org, invited.email);
        Page account = person.agent.open(URI.create(server().realmUri(realm().name()) + "/org-switcher/account"));
        invited.block(person.id());

        Page refused = account.submit("#org-switcher-accept-" + invited.alias);

        invited.assertRefused(refused);
        assertThat(refused.element("[role=alert]").text()).contains(rule.sentence);
        assertThat(realm().isMember(invited.org, person.id())).isFalse();
    }

    private List<EventRepresentation> events(String userId, String type) {
        return realm().resource().getEvents(List.of(type), null, userId, null, null, null, 0, 100);
    }
}
