package io.github.orgswitcher.admin;

import io.github.orgswitcher.testing.RestResponse;
import io.github.orgswitcher.testing.TestRealm;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Very many allowed domains: {@code d000001.load.example} and so on, in turn for some organizations. */
final class Load {

    static final String DOMAINS = "org-switcher/domains";

    private final TestRealm realm;
    private final List<String> aliases;

    private Load(TestRealm realm, List<String> aliases) {
        this.realm = realm;
        this.aliases = aliases;
    }

    static Load on(TestRealm realm, int organizations) {
        List<String> aliases = IntStream.range(0, organizations)
                .mapToObj(i -> "org-" + i)
                .peek(alias -> realm.organization(alias, alias, Map.of()))
                .toList();
        return new Load(realm, aliases);
    }

    /** Imports the domains of a range of numbers as CSV and returns the answer. */
    RestResponse add(int from, int to) {
        String csv = IntStream.range(from, to)
                .mapToObj(i -> aliases.get(i % aliases.size()) + "," + domain(i))
                .collect(Collectors.joining("\n", "organization,domain\n", "\n"));
        RestResponse answer = realm.rest().call("POST", DOMAINS, "text/csv", BodyPublishers.ofString(csv));
        if (answer.status() != 200 || answer.json().path("added").asInt() != to - from) {
            throw new AssertionError(answer.status() + " "
                    + answer.body().substring(0, Math.min(500, answer.body().length())));
        }
        return answer;
    }

    static String domain(int number) {
        return String.format("d%06d.load.example", number);
    }
}
