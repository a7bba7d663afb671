package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.Mail;
import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.UserAgent;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Names of organizations that look like what themes and messages are written in are names, wherever a person reads them. */
class LiteralNamesIT extends ManagerSuite {

    private static final String NAME = "A '${orgSwitcherSkip}' {0} {1,choice,0#x} '' <b>${username}</b> B";

    private String org = "";

    @BeforeAll
    void addOrganization() {
        realm().enableRequiredAction("org-switcher-account", Map.of());
        realm().browserFlowWith("org-switcher");
        org = realm().organization(
                        NAME,
                        "literal",
                        Map.of(
                                "org-switcher.allowed-domains", List.of("literal.example"),
                                "org-switcher.join-mode", List.of("REQUEST"),
                                "org-switcher.mail-welcome", List.of("true"),
                                "org-switcher.manager-group", List.of("/managers")));
        manager(org, "head");
    }

    @Test
    void pagesShowThemAsTheyAre() {
        Person anna = person("anna", "anna@literal.example");
        Switcher shown = Switcher.on(anna.signIn(realm().app()));
        assertThat(shown.page().text()).contains(NAME);
        Page taken = shown.create(NAME);
        assertThat(Switcher.on(taken).nameError()).contains(NAME);
        assertThat(Switcher.on(taken).typedName()).isEqualTo(NAME);

        Page asked = Switcher.on(taken).request("literal");
        assertThat(asked.text()).contains(NAME);
        assertThat(Switcher.on(asked).skip().left()).isTrue();
        assertThat(anna.agent.open(account("account")).text()).contains(NAME);
        Page manage = OidcClient.fillLogin(UserAgent.on(server()).open(account("manage/literal")), "head");
        assertThat(manage.text()).contains(NAME);
        assertThat(manage.document().title()).contains(NAME);
    }

    @Test
    void invitationsAndDenialsShowThemAsTheyAre() {
        Person ben = person("ben", "ben@elsewhere.example");
        realm().invite(org, "ben@elsewhere.example");
        assertThat(Switcher.on(ben.signIn(realm().app())).page().text()).contains(NAME);
        String carl = asks(org, "carl", "literal");
        realm().rest().post("org-switcher/organizations/" + org + "/enrollments/" + carl + "/denial");

        Page told = OidcClient.fillLogin(
                realm().app().authorize(UserAgent.on(server()), Map.of("kc_action", "org-switcher")), "carl");

        assertThat(Switcher.on(told).page().text()).contains(NAME);
    }

    @Test
    void mailsShowThemAsTheyAre() {
        String dora = asks(org, "dora", "literal");
        assertNamed(server().mailbox().awaitMailTo("head@managers.example"));
        realm().rest().post("org-switcher/organizations/" + org + "/enrollments/" + dora + "/approval");
        assertNamed(server().mailbox().awaitMailTo("dora@literal.example"));
    }

    private static void assertNamed(Mail mail) {
        assertThat(mail.subject()).contains(NAME);
        assertThat(mail.text()).contains(NAME);
        assertThat(mail.html()).contains("{0} {1,choice,0#x}").doesNotContain("<b>$");
    }

    private URI account(String page) {
        return URI.create(server().realmUri(realm().name()) + "/org-switcher/" + page);
    }
}
