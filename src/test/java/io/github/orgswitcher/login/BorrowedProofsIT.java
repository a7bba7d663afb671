package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.EmailSignIn;
import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What one person has proven is of no use to another one, who has the same browser, or the same mail before them. */
class BorrowedProofsIT extends SwitcherSuite {

    @BeforeAll
    void letPeopleSignInByEmail() {
        realm().passwordless();
    }

    @Test
    void proofOfAnotherTabOpensNothingToWhoSignsInBesideIt() {
        Person other = unproven();
        Switcher proven = provenIn(other);
        assertThat(proven.offers()).contains("acme");

        Switcher beside = Switcher.on(other.signIn(realm().app2()));

        assertOpensNothing(beside, other);
    }

    @Test
    void proofThatIsMadeInAnotherTabOpensNothingOnThePageThatIsOpen() {
        Person other = unproven();
        Switcher open = Switcher.on(other.signIn(realm().app2()));

        assertThat(provenIn(other).offers()).contains("acme");

        assertOpensNothing(open, other);
    }

    @Test
    void proofOfALoginThatIsBegunAnewIsGone() {
        Person other = unproven();
        Page login = provenIn(other).page().click("#org-switcher-restart");

        Page page = OidcClient.fillLogin(login.click("#social-social"), other.username);

        assertOpensNothing(Switcher.on(page), other);
    }

    /** Somebody whose address is on Acme's domain, too, and who has not proven it. */
    private Person unproven() {
        String name = unique();
        return person(name, name + "@acme.example", false);
    }

    /** The page of somebody else, who proves an address in the person's browser. */
    private Switcher provenIn(Person other) {
        Page page = realm().app().authorize(other.agent, ORGANIZATION);
        return Switcher.on(EmailSignIn.byCode(page, server().mailbox(), unique() + "@acme.example"));
    }

    private void assertOpensNothing(Switcher shown, Person person) {
        assertThat(shown.offers()).isEmpty();
        Switcher refused = Switcher.on(shown.post("join", acme));
        assertThat(refused.choiceError()).contains("no longer available");
        assertThat(refused.page().text()).doesNotContain("Acme");
        assertThat(realm().isMember(acme, person.id())).isFalse();
    }

    @Test
    void linkOfAnInvitationJoinsNobodyElseWhoIsSignedIn() {
        String invited = realm().user(unique(), unique() + "@invited.example");
        String email =
                realm().resource().users().get(invited).toRepresentation().getEmail();
        String invitation = realm().invite(initech, email);
        Person other = unproven();
        assertThat(Switcher.on(other.signIn(realm().app())).skip().left()).isTrue();

        Page opened = other.agent.open(linkIn(email));

        assertThat(opened.text()).contains("already authenticated as different user");
        assertStays(invitation, email, other);
        assertThat(realm().isMember(initech, invited)).isFalse();
    }

    @Test
    void linkOfAnInvitationProvesNothingOfWhoFollowsItSignedIn() {
        String email = unique() + "@acme.example";
        String invitation = realm().invite(initech, email);
        Person other = unproven();
        assertThat(Switcher.on(other.signIn(realm().app())).skip().left()).isTrue();

        Page opened = other.agent.open(linkIn(email));

        assertThat(opened.status()).as("%s", opened).isLessThan(500);
        assertStays(invitation, email, other);
    }

    @Test
    void linkOfAnInvitationProvesNothingOfWhoFollowsItToAProvider() {
        String email = unique() + "@acme.example";
        String invitation = realm().invite(initech, email);
        Person other = unproven();

        Page registration = other.agent.open(linkIn(email));
        Page login = registration.click("a[href*='login-actions/authenticate']");
        OidcClient.fillLogin(login.click("#social-social"), other.username);

        assertStays(invitation, email, other);
    }

    /** The invitation is there still, and of no use to the person, whose address is as little proven as before. */
    private void assertStays(String invitation, String email, Person person) {
        assertThat(realm().invitations(initech, email)).containsExactly(invitation);
        assertThat(realm().isMember(initech, person.id())).isFalse();
        Switcher later = Switcher.on(person.elsewhere().signIn(realm().app(), Map.of("prompt", "select_account")));
        assertThat(later.invitations()).isEmpty();
        assertOpensNothing(later, person);
    }

    private URI linkIn(String email) {
        return server().mailbox().awaitMailTo(email).links().stream()
                .filter(link ->
                        link.toString().contains("token=") || link.toString().contains("key="))
                .findFirst()
                .orElseThrow();
    }

    private static String unique() {
        return "b" + UUID.randomUUID().toString().substring(0, 8);
    }
}
