package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.LogFromHere;
import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.Tokens;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Both doors open: the step in a post-broker-login and a browser flow, beside the required action. */
class FlowsIT extends SwitcherSuite {

    @BeforeAll
    void editFlows() {
        realm().postBrokerFlow("org-switcher");
        realm().browserFlowWith("org-switcher");
    }

    @Test
    void postBrokerLoginShowsThePageOnce() {
        Person alice = person("alice", "alice@acme.example");
        OidcClient app = realm().app();

        Switcher switcher = Switcher.on(alice.signIn(app));
        assertThat(switcher.page().uri().getPath()).endsWith("/post-broker-login");
        assertThat(switcher.offers()).containsExactly("acme", "acme-labs");

        assertThat(organizations(app, switcher.join("acme")))
                .as("and no second page")
                .containsExactly("acme");
    }

    @Test
    void whoIsRemovedMeanwhileReadsThat() {
        Person gone = person("gone", "gone@acme.example");
        Switcher switcher = Switcher.on(gone.signIn(realm().app()));
        realm().resource().users().get(gone.id()).remove();
        LogFromHere log = LogFromHere.of(server());

        Page pressed = switcher.join("acme");

        assertThat(pressed.text()).contains("Account is disabled");
        assertThat(gone.agent.open(switcher.page().uri()).text()).contains("Account is disabled");
        assertThat(log.text()).doesNotContain("NullPointerException");
    }

    @Test
    void secondApplicationStartsWithTheSessionsOrganization() {
        Person both = memberOfBoth("both");
        Switcher.on(both.signIn(realm().app())).goOn("acme-labs");

        OidcClient app2 = realm().app2();
        assertThat(organizations(app2, both.open(app2)))
                .as("neither our page nor Keycloak's list")
                .containsExactly("acme-labs");
        OidcClient silent = realm().app2();
        assertThat(organizations(silent, both.open(silent, Map.of("prompt", "none"))))
                .containsExactly("acme-labs");
    }

    @Test
    void skipHoldsForTheSession() {
        Person none = memberOfBoth("none");
        OidcClient app = realm().app();
        assertThat(organizations(app, Switcher.on(none.signIn(app)).skip())).isEmpty();

        OidcClient app2 = realm().app2();
        assertThat(organizations(app2, none.open(app2))).isEmpty();
    }

    @Test
    void applicationSwitchesWithinTheSession() {
        Person switching = memberOfBoth("switching");
        OidcClient app = realm().app();
        Tokens before = app.tokens(Switcher.on(switching.signIn(app)).goOn("acme"));

        OidcClient again = realm().app();
        var end = Switcher.on(switching.open(again, Map.of("kc_action", "org-switcher")))
                .goOn("acme-labs");
        assertThat(end.query()).containsEntry("kc_action_status", "success");
        assertThat(organizations(again, end)).containsExactly("acme-labs");

        assertThat(app.refresh(before)
                        .accessClaims()
                        .path("organization")
                        .path(0)
                        .asText())
                .as("a refresh token keeps its organization")
                .isEqualTo("acme");
        OidcClient app2 = realm().app2();
        assertThat(organizations(app2, switching.open(app2))).containsExactly("acme-labs");
    }

    @Test
    void applicationNamesTheOrganizationToSwitchTo() {
        Person named = memberOfBoth("named");
        Switcher.on(named.signIn(realm().app())).goOn("acme");

        OidcClient app = realm().app();
        var end = named.open(app, Map.of("kc_action", "org-switcher:acme-labs"));
        assertThat(end.query()).containsEntry("kc_action_status", "success");
        assertThat(organizations(app, end)).containsExactly("acme-labs");

        Switcher foreign = Switcher.on(named.open(realm().app(), Map.of("kc_action", "org-switcher:globex")));
        assertThat(foreign.offers()).isEmpty();
        assertThat(foreign.memberships()).as("the last used first").containsExactly("acme-labs", "acme");
    }

    @Test
    void cancelledSwitchChangesNothing() {
        Person cancelling = memberOfBoth("cancelling");
        Switcher.on(cancelling.signIn(realm().app())).goOn("acme");

        OidcClient app = realm().app();
        var end = Switcher.on(cancelling.open(app, Map.of("kc_action", "org-switcher")))
                .page()
                .submit("#org-switcher-cancel");

        assertThat(end.query()).containsEntry("kc_action_status", "cancelled");
        assertThat(organizations(app, end)).containsExactly("acme");
    }

    @Test
    void scopeNamesTheOrganization() {
        Person scoped = memberOfBoth("scoped");
        OidcClient app = realm().app();
        assertThat(organizations(app, scoped.signIn(app, Map.of("scope", "openid organization:acme-labs"))))
                .as("a member sees no page")
                .containsExactly("acme-labs");

        Person newcomer = person("newcomer", "newcomer@acme.example");
        assertThat(Switcher.on(newcomer.signIn(realm().app(), Map.of("scope", "openid organization:acme-labs")))
                        .offers())
                .as("what is asked for stands first")
                .containsExactly("acme-labs", "acme");
    }

    @Test
    void selectAccountShowsThePageInASession() {
        Person selecting = memberOfBoth("selecting");
        Switcher.on(selecting.signIn(realm().app())).goOn("acme");

        Switcher switcher = Switcher.on(selecting.open(realm().app2(), Map.of("prompt", "select_account")));

        assertThat(switcher.memberships()).containsExactly("acme", "acme-labs");
        assertThat(switcher.page().element("#org-switcher-continue-acme").attr("aria-current"))
                .isEqualTo("true");
    }

    @Test
    void silentLoginNeverShowsAPage() {
        Person silent = person("silent", "silent@acme.example");
        Switcher.on(silent.signIn(realm().app())).skip();
        List.of(acme, labs).forEach(organization -> realm().member(organization, silent.id()));
        Person elsewhere = silent.elsewhere();
        Switcher.on(elsewhere.signIn(realm().app()));

        assertThat(elsewhere.open(realm().app2(), Map.of("prompt", "none")).query())
                .containsEntry("error", "login_required");
    }

    @Test
    void membershipThatEndedIsNotCarriedOn() {
        Person leaving = memberOfBoth("leaving");
        Switcher.on(leaving.signIn(realm().app())).goOn("acme-labs");
        realm().resource()
                .organizations()
                .get(labs)
                .members()
                .member(leaving.id())
                .delete()
                .close();

        OidcClient app2 = realm().app2();
        assertThat(organizations(app2, leaving.open(app2))).containsExactly("acme");
    }

    private Person memberOfBoth(String username) {
        Person person = person(username, username + "@acme.example");
        Switcher.on(person.signIn(realm().app())).join("acme");
        realm().member(labs, person.id());
        return person.elsewhere();
    }
}
