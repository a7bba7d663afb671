package io.github.orgswitcher.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.KeycloakSuite;
import io.github.orgswitcher.testing.RestResponse;
import io.github.orgswitcher.testing.SqlCount;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One hundred thousand allowed domains, counted in statements; {@code mvn -Pbench} measures the time. */
class ScaleIT extends KeycloakSuite {

    private static final int FEW = 1_000;
    private static final int MANY = 100_000;
    private static final List<String> PAGES = List.of(
            "?max=100",
            "?first=900&max=100",
            "?search=d0005&max=100",
            "?search=d000567.load&max=100",
            "?search=d000567.load.example&exact=true",
            "?search=nothing");

    @Test
    void statementsOfAPageDoNotGrowAndThoseOfAnImportAreFew() {
        Load load = Load.on(realm(), 100);
        load.add(0, FEW);
        pages();
        List<Long> few = statements();

        SqlCount imported = SqlCount.during(server(), () -> {
            RestResponse answer = load.add(FEW, MANY);
            assertThat(answer.json().path("results")).hasSize(MANY - FEW);
        });

        // Two look-ups, two inserts and one admin event for each two hundred rows.
        assertThat(imported.total()).as("%s", imported).isLessThan((MANY - FEW) / 200 * 10);
        assertThat(imported.matching("orgsw_").total()).as("%s", imported).isLessThan((MANY - FEW) / 200 * 4);
        assertThat(statements()).isEqualTo(few);
        assertThat(few).allMatch(count -> count == 1);

        assertThat(domains("?first=99990&max=100")).hasSize(10).last().isEqualTo(Load.domain(MANY - 1));
        assertThat(domains("?search=d0567&max=1000")).hasSize(100).first().isEqualTo(Load.domain(56_700));
        assertThat(IntStream.range(0, 100)
                        .mapToObj(page -> domains("?max=1000&first=" + page * 1000))
                        .flatMap(List::stream)
                        .distinct()
                        .count())
                .isEqualTo(MANY);
    }

    private void pages() {
        PAGES.forEach(this::domains);
    }

    /** On our own table; what Keycloak asks to know the administrator depends on its caches. */
    private List<Long> statements() {
        return PAGES.stream()
                .map(page -> SqlCount.during(server(), () -> domains(page))
                        .matching("orgsw_allowed_domain")
                        .total())
                .toList();
    }

    private List<String> domains(String query) {
        RestResponse page = realm().rest().get(Load.DOMAINS + query);
        assertThat(page.status()).as(page.toString()).isEqualTo(200);
        return page.json().findValuesAsText("domain");
    }
}
