package io.github.orgswitcher.bench;

import io.github.orgswitcher.testing.ManyOrganizations;
import io.github.orgswitcher.testing.SqlCount;
import io.github.orgswitcher.testing.TestRealm;
import io.github.orgswitcher.testing.UserAgent;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a login costs among more and more organizations, each with ten allowed domains and as many of Keycloak's own. */
class OrganizationsBench extends Bench {

    private static final int DOMAINS = 10;
    private static final int LOOKS = 40;
    /** The statement of Keycloak's {@code getByDomainName}; what else it asks of domains is of an organization that it has. */
    private static final String BY_DOMAIN_NAME = "select distinct";

    @Test
    void organizations() {
        ProcessorTime silent = new ProcessorTime();
        ProcessorTime shown = new ProcessorTime();
        StringBuilder lookUps = new StringBuilder("\nA look for a domain, in the database\n");
        for (int number : new int[] {10, 10_000, 100_000}) {
            TestRealm realm = switcher();
            String acme = realm.organization("Acme", "acme", Map.of());
            ManyOrganizations many = ManyOrganizations.add(realm, "l" + number, number, acme);
            many.allowEach(DOMAINS);
            many.ownEach(DOMAINS);
            Visitor guest = Visitor.of(realm, BARE, "guest", "guest@l" + number + "-7-3.example");
            String name = "%,d organizations with %,d allowed domains".formatted(number, DOMAINS * number);
            silent.add(name, EXTENDED, () -> guest.tokens(SCOPE));
            shown.add(name, EXTENDED, guest::page);
            SqlCount ours = looks(realm, () -> guest.tokens(SCOPE)).matching("orgsw_allowed_domain");
            SqlCount keycloaks = looks(realm, () -> askKeycloak(realm, "own-l" + number + "-7-3.example"))
                    .matching("org_domain")
                    .matching(BY_DOMAIN_NAME);
            lookUps.append(line(name + ", the extension's", ours)).append(line(name + ", Keycloak's own", keycloaks));
        }
        System.out.println(lookUps);
        silent.print("A login of somebody with one offer that was declined, no page");
        shown.print("The same up to the page");
    }

    private static void askKeycloak(TestRealm realm, String domain) {
        realm.app().authorize(UserAgent.on(EXTENDED), Map.of("login_hint", "somebody@" + domain));
    }

    /** Keycloak keeps in its cache which organization has a domain. */
    private static SqlCount looks(TestRealm realm, Runnable request) {
        return SqlCount.during(EXTENDED, () -> {
            for (int i = 0; i < LOOKS; i++) {
                realm.resource().clearRealmCache();
                request.run();
            }
        });
    }

    private static String line(String name, SqlCount looks) {
        return "  %-80s %9.3f ms, %,8d blocks, %d looks%n"
                .formatted(name, looks.millis() / looks.total(), looks.blocks() / looks.total(), looks.total());
    }
}
