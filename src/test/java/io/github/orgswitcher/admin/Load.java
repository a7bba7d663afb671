package io.github.orgswitcher.admin;

import io.github.orgswitcher.testing.RestResponse;
import io.github.orgswitcher.testing.TestRealm;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Very many allowed domains: {@code d000001.load.example} and so on, every second for the first organization and the others
 * in turn for the rest.
 */
final class Load {

    static final String DOMAINS = "org-switcher/domains";

    /** A hundred thousand rows take half a minute, and several where the machine has other work. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final TestRealm realm;
    private final List<String> organizations;

    private Load(TestRealm realm, List<String> organizations) {
        this.realm = realm;
        this.organizations = organizations;
    }

    static Load on(TestRealm realm, int organizations) {
        return new Load(
                realm,
                IntStream.range(0, organizations)
                        .mapToObj(i -> realm.organization("org-" + i, "org-" + i, Map.of()))
                        .toList());
    }

    /** The list of an organization's domains. */
    String domainsOf(int organization) {
        return "org-switcher/organizations/" + organizations.get(organization) + "/domains";
    }

    /** Imports the domains of a range of numbers as CSV and returns the answer. */
    RestResponse add(int from, int to) {
        return add(from, to, "");
    }

    /** The same with a query, such as {@code ?atomic=true}. */
    RestResponse add(int from, int to, String query) {
        String csv = IntStream.range(from, to)
                .mapToObj(i -> organizationOf(i) + "," + domain(i))
                .collect(Collectors.joining("\n", "organization,domain\n", "\n"));
        RestResponse answer =
                realm.rest().waiting(PATIENCE).call("POST", DOMAINS + query, "text/csv", BodyPublishers.ofString(csv));
        if (answer.status() != 200 || answer.json().path("added").asInt() != to - from) {
            throw new AssertionError(answer.status() + " "
                    + answer.body().substring(0, Math.min(500, answer.body().length())));
        }
        return answer;
    }

    /** Tells PostgreSQL how many rows there are; else it learns that by itself, at some later moment. */
    void analyze() {
        try (Connection connection = realm.server().database().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("ANALYZE orgsw_allowed_domain, org");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String organizationOf(int number) {
        return organizations.get(number % 2 == 0 ? 0 : 1 + number / 2 % (organizations.size() - 1));
    }

    static String domain(int number) {
        return String.format("d%06d.load.example", number);
    }
}
