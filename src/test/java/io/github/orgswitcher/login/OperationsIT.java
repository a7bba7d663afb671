package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an operator sees of logins: metrics and log lines. */
final class OperationsIT extends SwitcherSuite {

    @Test
    void everyOutcomeIsCountedByKind() throws Exception {
        Person alice = person("counted", "counted@acme.example");
        AtomicReference<Page> page = new AtomicReference<>();

        assertCounted("asked", () -> page.set(alice.signIn(realm().app())));
        assertCounted("refused", () -> page.set(Switcher.on(page.get()).post("join", initech)));
        assertCounted("joined", () -> Switcher.on(page.get()).join("acme"));
        assertCounted("proceeded", () -> alice.elsewhere().signIn(realm().app()));
        assertCounted("asked", () -> page.set(alice.open(realm().app(), Map.of("kc_action", "org-switcher"))));
        assertCounted("continued", () -> Switcher.on(page.get()).goOn("acme"));
    }

    @Test
    void choiceThatCannotBeAskedForIsCounted() throws Exception {
        Person bob = person("silent", "silent@acme.example");
        Switcher.on(bob.signIn(realm().app())).skip();

        assertCounted(
                "interaction_required",
                () -> bob.open(realm().app(), Map.of("kc_action", "org-switcher", "prompt", "none")));
    }

    @Test
    void lookUpsAreTimed() throws Exception {
        double before = value("org_switcher_lookup_seconds_count");

        Switcher.on(person("timed", "timed@acme.example").signIn(realm().app()));

        assertThat(value("org_switcher_lookup_seconds_count")).isGreaterThan(before);
        assertThat(value("org_switcher_lookup_seconds_sum")).isPositive();
    }

    @Test
    void logNamesRealmOrganizationAndOutcomeButNobody() {
        Switcher.on(person("logged", "logged@globex.example").signIn(realm().app()))
                .join("globex");

        assertThat(server().log())
                .contains("Realm " + realm().name() + ": SOCIAL sign-in, joined, organization globex")
                .doesNotContain("logged@globex.example");
    }

    /** Counted once, and nothing else with it. */
    private void assertCounted(String outcome, Runnable step) throws IOException, InterruptedException {
        Map<String, Double> before = outcomes();
        step.run();
        Map<String, Double> after = outcomes();
        after.replaceAll((key, count) -> count - before.getOrDefault(key, 0.0));
        after.values().removeIf(count -> count == 0);
        assertThat(after).isEqualTo(Map.of(outcome, 1.0));
    }

    private Map<String, Double> outcomes() throws IOException, InterruptedException {
        return metrics()
                .filter(line -> line.startsWith("org_switcher_outcomes_total{"))
                .filter(line -> line.contains("realm=\"" + realm().name() + "\""))
                .filter(line -> line.contains("kind=\"social\""))
                .collect(Collectors.toMap(
                        line -> line.replaceFirst(".*outcome=\"([a-z_]+)\".*", "$1"), OperationsIT::number));
    }

    private double value(String name) throws IOException, InterruptedException {
        Pattern start = Pattern.compile(Pattern.quote(name) + "(\\{[^}]*})? .*");
        return metrics()
                .filter(line -> start.matcher(line).matches())
                .mapToDouble(OperationsIT::number)
                .sum();
    }

    private static double number(String line) {
        return Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
    }

    private Stream<String> metrics() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server().managementUri() + "/metrics"))
                .build();
        List<String> lines = HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofString())
                .body()
                .lines()
                .toList();
        return lines.stream();
    }
}
