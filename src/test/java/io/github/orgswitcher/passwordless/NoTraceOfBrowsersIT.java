package io.github.orgswitcher.passwordless;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.Mail;
import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.Rows;
import io.github.orgswitcher.testing.UserAgent;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.EventRepresentation;

/** What the extension keeps of a sign-in says nothing of the browser that it came from, nor of its network. */
class NoTraceOfBrowsersIT extends SetAsideSuite {

    private static final String ADDRESS = "203.0.113.77";
    private static final String BROWSER =
            "Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    private static final String[] TRACES = {ADDRESS, "203.0.113", "Mozilla", "Firefox", "Linux", "Ubuntu", "Gecko"};

    @Test
    void neitherTablesNorEventsHaveAnAddressOrABrowser() {
        String asking = realm().organization(
                        "Asking",
                        "asking",
                        Map.of(
                                "org-switcher.allowed-domains", List.of("acme.example"),
                                "org-switcher.join-mode", List.of("REQUEST")));
        String address = newAddress();
        OidcClient app = realm().app();
        Page asked = send(start(app, agent(), Map.of()), address);
        Mail mail = mail(address);
        assertThat(mail.text()).as("who asked").contains("Firefox").doesNotContain(ADDRESS);
        String person = choose(app, fillProfile(enter(asked, code(mail))));
        realm().socialUser("social", "social@acme.example", true);
        OidcClient app2 = realm().app2();
        String social = choose(app2, app2.signInSocially(agent(), "social", Map.of("scope", "openid organization")));

        List<String> rows = new Rows(server().sql())
                .of(realm().resource().toRepresentation().getId());
        assertThat(rows)
                .as("each has joined one and asked another")
                .anyMatch(row -> is(row, "ORGSW_ENROLLMENT", person, acme))
                .anyMatch(row -> is(row, "ORGSW_ENROLLMENT", person, asking))
                .anyMatch(row -> is(row, "ORGSW_ENROLLMENT", social, acme))
                .anyMatch(row -> is(row, "ORGSW_PERSON", person))
                .anyMatch(row -> is(row, "ORGSW_LAST_USED", social))
                .noneMatch(NoTraceOfBrowsersIT::tells);
        List<EventRepresentation> events = realm().events();
        assertThat(events)
                .as("Keycloak itself notes where from")
                .anyMatch(event -> ADDRESS.equals(event.getIpAddress()));
        assertThat(events)
                .extracting(EventRepresentation::getDetails)
                .filteredOn(Objects::nonNull)
                .anyMatch(details -> details.containsKey("org_switcher_outcome"))
                .allSatisfy(details -> assertThat(details.values()).noneMatch(NoTraceOfBrowsersIT::tells));
    }

    private UserAgent agent() {
        UserAgent agent = UserAgent.ofNetwork(server(), ADDRESS);
        agent.tell("User-Agent", BROWSER);
        return agent;
    }

    /** Asks one, joins the other, and is at the application; returns who. */
    private String choose(OidcClient app, Page page) {
        return subject(app, page.submit("#org-switcher-request-asking").submit("#org-switcher-join-acme"));
    }

    private static boolean is(String row, String... parts) {
        return Stream.of(parts).allMatch(row::contains);
    }

    private static boolean tells(String text) {
        return Stream.of(TRACES).anyMatch(text::contains);
    }
}
