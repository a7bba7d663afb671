package io.github.orgswitcher.passwordless;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.SqlCount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.CredentialRepresentation;

/** Email behind Keycloak's own page for names, in the flow of the set-up call: a typed name is no more than a hint. */
class EmailAfterNameIT extends EmailSignInSuite {

    @BeforeAll
    void setUp() {
        realm().bindBrowserFlow("browser");
        realm().rest().put("org-switcher/setup", Map.of("identityProviders", List.of(), "passwordless", true));
    }

    @Test
    void knownAndUnknownNamesAreToldApartNowhere() {
        String member = newAddress();
        member(member);
        String withoutPassword = newAddress();
        removePassword(member(withoutPassword));
        String unverified = newAddress();
        var user = realm().resource().users().get(member(unverified));
        var representation = user.toRepresentation();
        representation.setEmailVerified(false);
        user.update(representation);

        List<List<String>> seen = new ArrayList<>();
        for (String name : List.of(newAddress(), newAddress(), member, withoutPassword, unverified)) {
            seen.add(observe(name));
        }

        // The first one warms the caches up.
        assertThat(seen.subList(2, seen.size()))
                .allSatisfy(pages -> assertThat(pages).isEqualTo(seen.get(1)));
        assertThat(seen.get(1).get(0)).contains("org-switcher-email-address");
    }

    @Test
    void namesThatAreNoAddressesAreToldApartNowhere() {
        String known = "name-" + UUID.randomUUID();
        realm().user(known, newAddress());

        String unknown = "name-" + UUID.randomUUID();

        Page of = toEmail(known);

        assertThat(plain(of, known)).isEqualTo(plain(toEmail(unknown), unknown));
        assertThat(of.element("#org-switcher-email-address").attr("value")).isEmpty();
    }

    @Test
    void whoeverProvesAnAddressIsSignedInWhateverNameWasTyped() {
        String typed = newAddress();
        member(typed);
        String proven = newAddress();
        String id = member(proven);
        OidcClient app = realm().app();

        Page end = finish(enter(send(toEmail(app, typed), proven), code(proven)));

        assertThat(app.tokens(end).accessClaims().path("sub").asText()).isEqualTo(id);
    }

    @Test
    void passwordIsStillThere() {
        String address = newAddress();
        member(address);
        OidcClient app = realm().app();

        Page password = toEmail(app, address).submit("noscript button[name=authenticationExecution]");
        Page end = finish(password.submit("#kc-login", Map.of("username", address, "password", password())));

        assertThat(app.tokens(end).accessClaims().path("email").asText()).isEqualTo(address);
    }

    private List<String> observe(String name) {
        List<String> pages = new ArrayList<>();
        Page email = toEmail(name);
        pages.add(plain(email, name));
        SqlCount statements = SqlCount.during(server(), () -> {
            Page sent = send(email, name);
            pages.add(plain(sent, name));
            pages.add(plain(enter(sent, wrong(code(name))), name));
        });
        pages.add(String.valueOf(statements.total()));
        return pages;
    }

    private Page toEmail(String name) {
        return toEmail(realm().app(), name);
    }

    /** By Keycloak's page for names and "Try another way". */
    private Page toEmail(OidcClient app, String name) {
        Page next = start(app, browser(), Map.of()).submit("#kc-login", Map.of("username", name));
        Page ways = next.has("#kc-select-try-another-way-form") ? next.post(Map.of("tryAnotherWay", "on")) : next;
        if (isAddressPage(ways)) {
            return ways;
        }
        var offered = ways.document().select("[name=authenticationExecution]");
        assertThat(offered).as("email is the last way of %s", ways).isNotEmpty();
        String execution = offered.last().attr("value");
        return ways.post(Map.of("authenticationExecution", execution));
    }

    private void removePassword(String id) {
        var user = realm().resource().users().get(id);
        user.credentials().stream().map(CredentialRepresentation::getId).forEach(user::removeCredential);
    }

    /** All that a browser gets but what is random and the name itself. */
    private static String plain(Page page, String name) {
        return (page.status()
                        + page.uri().getPath()
                        + page.headers().keySet()
                        + page.document().outerHtml())
                .replace(name, "name")
                .replaceAll("(session_code|tab_id|client_data|execution|state|nonce|hash)=[^&\"']+", "$1")
                // Seconds that are left until another mail may go.
                .replaceAll("(data-wait=\"|in )[0-9]+", "$1")
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "id")
                .replaceAll("\"[A-Za-z0-9_-]{30,}\"", "random");
    }
}
