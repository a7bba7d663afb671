package io.github.orgswitcher.passwordless;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.UserAgent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.UserRepresentation;

/** From an address to the application, by code and by link. */
class EmailSignInIT extends EmailSignInSuite {

    @Test
    void strangerSignsInByCodeAndJoins() {
        String address = newAddress();
        OidcClient app = realm().app();
        Page asked = start(app, browser(), Map.of());
        assertThat(isAddressPage(asked)).as("%s", asked).isTrue();

        Page sent = send(asked, address.toUpperCase(Locale.ROOT));
        assertThat(sent.text()).contains(address).contains("10 min");
        assertThat(userExists(address)).as("nothing is stored before the proof").isFalse();

        String code = code(address);
        Page profile = enter(sent, " " + code.substring(0, 3) + "-" + code.substring(3));
        assertThat(profile.has("#kc-update-profile-form"))
                .as("required fields: %s", profile)
                .isTrue();
        Page switcher = fillProfile(profile);
        assertThat(switcher.has("#org-switcher-join-acme")).as("%s", switcher).isTrue();

        assertThat(organizations(app, switcher.submit("#org-switcher-join-acme")))
                .containsExactly("acme");
        UserRepresentation user =
                realm().resource().users().searchByEmail(address, true).get(0);
        assertThat(user.isEmailVerified()).isTrue();
        assertThat(realm().isMember(acme, user.getId())).isTrue();
        assertThat(realm().events())
                .filteredOn(event ->
                        "REGISTER".equals(event.getType()) && user.getId().equals(event.getUserId()))
                .singleElement()
                .satisfies(event -> assertThat(event.getDetails()).containsEntry("register_method", EMAIL));
    }

    @Test
    void strangerSignsInByLinkInAnotherTab() {
        String address = newAddress();
        OidcClient app = realm().app();
        UserAgent browser = browser();
        send(start(app, browser, Map.of()), address);

        Page switcher = fillProfile(browser.open(link(address)));

        assertThat(organizations(app, switcher.submit("#org-switcher-join-acme")))
                .containsExactly("acme");
    }

    @Test
    void linkSignsInWhereItIsOpenedAfterOnePress() {
        String address = newAddress();
        OidcClient app = realm().app();
        Page waiting = send(start(app, browser(), Map.of()), address);

        UserAgent other = browser();
        Page question = other.open(link(address));
        assertThat(question.text()).contains(address);
        assertThat(userExists(address)).isFalse();
        Page switcher = fillProfile(question.submit("#org-switcher-email-confirm"));

        assertThat(organizations(app, switcher.submit("#org-switcher-join-acme")))
                .containsExactly("acme");
        Page first = enter(waiting, code(address));
        assertThat(first.left()).as("the first browser is not signed in by it").isFalse();
        assertThat(first.text()).contains("You have signed in with the link of the email");
    }

    @Test
    void otherBrowserGoesToTheApplicationsHome() {
        String address = newAddress();
        member(address);
        var clients = realm().resource().clients();
        var client = clients.findByClientId("app2").get(0);
        client.setBaseUrl(OidcClient.REDIRECT_URI + "?home");
        clients.get(client.getId()).update(client);
        OidcClient app = realm().app2();
        send(start(app, browser(), Map.of()), address);

        UserAgent other = browser();
        Page end = finish(other.open(link(address)).submit("#org-switcher-email-confirm"));

        assertThat(end.left()).as("%s", end).isTrue();
        assertThat(end.query()).containsKey("home").doesNotContainKeys("code", "state");
        OidcClient itsOwn = realm().app2();
        assertThat(itsOwn.tokens(start(itsOwn, other, Map.of("prompt", "none")))
                        .accessClaims()
                        .path("email")
                        .asText())
                .isEqualTo(address);
    }

    @Test
    void memberIsTheSameUserWithNoMoreQuestions() {
        String address = newAddress();
        String id = member(address);
        realm().member(acme, id);
        OidcClient app = realm().app();
        Page sent = send(start(app, browser(), Map.of()), address);

        Page end = enter(sent, code(address));

        assertThat(organizations(app, end)).containsExactly("acme");
        assertThat(realm().resource().users().searchByEmail(address, true))
                .extracting(UserRepresentation::getId)
                .isEqualTo(List.of(id));
        assertThat(realm().events())
                .filteredOn(event -> "LOGIN".equals(event.getType()) && id.equals(event.getUserId()))
                .singleElement()
                .satisfies(event -> assertThat(event.getDetails()).containsEntry("email_sign_in", "code"));
    }
}
