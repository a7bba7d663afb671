package io.github.orgswitcher.admin;

import io.github.orgswitcher.testing.KeycloakSuite;
import io.github.orgswitcher.testing.Rest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Prints what lists and imports of allowed domains cost; asserts nothing. {@code mvn -Pbench} runs it. */
class DomainsBench extends KeycloakSuite {

    private static final int FEW = 1_000;
    private static final int MANY = 100_000;
    private static final int TURNS = 41;
    private static final int WARM_UPS = 10;
    private static final Map<String, String> PAGES = new LinkedHashMap<>();

    static {
        PAGES.put("first page of 100", "?max=100");
        PAGES.put("ten pages on", "?first=900&max=100");
        PAGES.put("search that fills a page", "?search=load&max=100");
        PAGES.put("exact search", "?search=d000567.load.example&exact=true");
        PAGES.put("search that finds nothing", "?search=nothing");
    }

    @Test
    void measure() {
        Load load = Load.on(realm(), 100);
        load.add(0, FEW);
        // A cold server would make the first of the two the slower one.
        for (int i = 0; i < WARM_UPS; i++) {
            pages();
        }
        Map<String, Double> few = pages();
        long start = System.nanoTime();
        load.add(FEW, MANY);
        double seconds = (System.nanoTime() - start) / 1e9;
        analyze();
        Map<String, Double> many = pages();

        System.out.printf(
                "import: %.0f rows/s (%d rows of CSV in %.1f s)%n", (MANY - FEW) / seconds, MANY - FEW, seconds);
        few.forEach((page, millis) -> System.out.printf(
                "%-26s %6.1f ms of %d domains, %6.1f ms of %d: ratio %.2f%n",
                page, millis, FEW, many.get(page), MANY, many.get(page) / millis));
    }

    private Map<String, Double> pages() {
        Map<String, Double> medians = new LinkedHashMap<>();
        Rest rest = realm().rest();
        PAGES.forEach((name, page) -> medians.put(name, median(rest, Load.DOMAINS + page)));
        return medians;
    }

    private static double median(Rest rest, String path) {
        List.of(1, 2, 3, 4, 5).forEach(warm -> rest.get(path));
        double[] millis = new double[TURNS];
        for (int i = 0; i < TURNS; i++) {
            long start = System.nanoTime();
            rest.get(path);
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        return millis[TURNS / 2];
    }

    /** What autovacuum does in time. */
    private void analyze() {
        try (var connection = server().database().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("ANALYZE orgsw_allowed_domain");
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
