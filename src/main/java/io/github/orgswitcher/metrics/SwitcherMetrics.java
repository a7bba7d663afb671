package io.github.orgswitcher.metrics;

import io.github.orgswitcher.decision.SignInKind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * The extension's meters, in the registry of Keycloak's own ones. They cost next to nothing where the server runs without
 * {@code metrics-enabled}, and no tag ever names a person.
 */
public final class SwitcherMetrics {

    private static final String OUTCOMES = "org.switcher.outcomes";
    private static final Timer LOOKUP = Timer.builder("org.switcher.lookup")
            .description("Time of the one query that matches a person's email domain with allowed domains")
            .register(Metrics.globalRegistry);

    private SwitcherMetrics() {}

    /**
     * Counts what became of a login at the switcher, as {@code org_switcher_outcomes_total}.
     *
     * @param realm the realm's name
     * @param kind how the person signed in
     * @param outcome what became of it, in lower case
     */
    public static void outcome(String realm, SignInKind kind, String outcome) {
        Counter.builder(OUTCOMES)
                .description("What became of logins at the organization switcher")
                .tag("realm", realm)
                .tag("kind", kind.name().toLowerCase(Locale.ROOT))
                .tag("outcome", outcome)
                .register(Metrics.globalRegistry)
                .increment();
    }

    /**
     * Times a look-up, as {@code org_switcher_lookup_seconds}.
     *
     * @param lookup the query
     * @param <T> what it finds
     * @return what it found
     */
    public static <T> T timed(Supplier<T> lookup) {
        Timer.Sample sample = Timer.start();
        try {
            return lookup.get();
        } finally {
            sample.stop(LOOKUP);
        }
    }
}
