package io.github.orgswitcher.admin;

import io.github.orgswitcher.testing.KeycloakSuite;
import io.github.orgswitcher.testing.LiveHeap;
import io.github.orgswitcher.testing.Rest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
        PAGES.put("100 after 400 others", "?first=400&max=100");
        PAGES.put("search that fills a page", "?search=d&max=100");
        PAGES.put("search that finds few", "?search=d00056");
        PAGES.put("search for a whole domain", "?search=%22d000566.load.example%22");
        PAGES.put("search that finds nothing", "?search=nothing");
        PAGES.put("search for *nothing*", "?search=*nothing*");
    }

    @Test
    void measure() {
        Load load = Load.on(realm(), 100);
        Map<String, String> lists = new LinkedHashMap<>();
        lists.put("the realm", Load.DOMAINS);
        lists.put("an organization that has half of them", load.domainsOf(0));
        lists.put("an organization that has one in two hundred", load.domainsOf(1));
        load.add(0, FEW);
        // A cold server would make the first of the two the slower one.
        for (int i = 0; i < WARM_UPS; i++) {
            lists.values().forEach(this::pages);
        }
        load.analyze();
        Map<String, Map<String, Double>> few = new LinkedHashMap<>();
        lists.forEach((name, list) -> few.put(name, pages(list)));
        double small = millisOfRow(load, FEW, FEW + MANY / 10);
        double large = millisOfRow(load, FEW + MANY / 10, MANY);
        load.analyze();

        System.out.printf(
                "import: %.3f ms for each of %d rows, %.3f ms for each of %d: ratio %.2f%n",
                small, MANY / 10, large, MANY - MANY / 10 - FEW, large / small);
        lists.forEach((name, list) -> {
            System.out.printf("domains of %s, %d and %d in all%n", name, FEW, MANY);
            Map<String, Double> many = pages(list);
            few.get(name)
                    .forEach((page, millis) -> System.out.printf(
                            "  %-26s %6.1f ms, %6.1f ms: ratio %.1f%n",
                            page, millis, many.get(page), many.get(page) / millis));
        });
        memory(load, "");
        memory(load, "?atomic=true");
    }

    private static double millisOfRow(Load load, int from, int to) {
        long start = System.nanoTime();
        load.add(from, to);
        return (System.nanoTime() - start) / 1e6 / (to - from);
    }

    private void memory(Load load, String query) {
        int from = MANY * (query.isEmpty() ? 1 : 3);
        // Classes and plans that the first import loads are no rows.
        load.add(from, from + FEW, query);
        double small = LiveHeap.peakDuring(server(), () -> load.add(from + FEW, from + FEW + MANY / 10, query));
        double large = LiveHeap.peakDuring(server(), () -> load.add(from + MANY / 2, from + MANY / 2 + MANY, query));
        System.out.printf(
                "live heap during import%s: %.1f MiB at most with %d rows, %.1f MiB with %d: ratio %.2f%n",
                query, small, MANY / 10, large, MANY, large / small);
    }

    private Map<String, Double> pages(String list) {
        Map<String, Double> medians = new LinkedHashMap<>();
        Rest rest = realm().rest();
        PAGES.forEach((name, page) -> medians.put(name, median(rest, list + page)));
        return medians;
    }

    private static double median(Rest rest, String path) {
        List.of(1, 2, 3, 4, 5).forEach(warm -> rest.get(path));
        double[] millis = IntStream.range(0, TURNS)
                .mapToDouble(turn -> {
                    long start = System.nanoTime();
                    rest.get(path);
                    return (System.nanoTime() - start) / 1e6;
                })
                .toArray();
        Arrays.sort(millis);
        return millis[TURNS / 2];
    }
}
