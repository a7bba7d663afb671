package io.github.orgswitcher.verification;

import static java.util.stream.Collectors.joining;

import io.github.orgswitcher.settings.DurationOption;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.keycloak.Config;

/**
 * The server's options for verification, {@code --spi-org-switcher-verification--dns--…}.
 *
 * @param servers name servers as {@code host} or {@code host:port}; empty for the operating system's
 * @param timeout how long the first question waits for its answer
 * @param recheckInterval how old a verified domain's last check becomes before the next
 * @param lapseAfter how long a proof may be missing before the domain is verified no longer
 */
record VerificationConfig(List<String> servers, Duration timeout, Duration recheckInterval, Duration lapseAfter) {

    static final String SERVERS = "servers";
    static final String TIMEOUT = "timeout";
    static final String RECHECK_INTERVAL = "recheck-interval";
    static final String LAPSE_AFTER = "lapse-after";

    /** What holds where nothing is set. */
    static final VerificationConfig DEFAULT =
            new VerificationConfig(List.of(), Duration.ofSeconds(1), Duration.ofDays(1), Duration.ofDays(3));

    private static final Duration MIN_TICK = Duration.ofSeconds(1);
    private static final Duration MAX_TICK = Duration.ofHours(1);
    private static final int TICKS_PER_INTERVAL = 24;

    /** Copies the list. */
    VerificationConfig {
        servers = List.copyOf(servers);
    }

    /**
     * Reads the options.
     *
     * @param scope the provider's options
     * @return the options, with defaults where there are none
     * @throws IllegalArgumentException when one cannot be used; it names the option
     */
    static VerificationConfig of(Config.Scope scope) {
        return new VerificationConfig(
                Optional.ofNullable(scope.getArray(SERVERS)).map(List::of).orElse(List.of()).stream()
                        .map(VerificationConfig::server)
                        .toList(),
                duration(scope, TIMEOUT, DEFAULT.timeout),
                duration(scope, RECHECK_INTERVAL, DEFAULT.recheckInterval),
                duration(scope, LAPSE_AFTER, DEFAULT.lapseAfter));
    }

    /** The servers in the JDK's spelling; for {@code dns:} it asks the operating system's each time. */
    String providerUrl() {
        return servers.isEmpty()
                ? "dns:"
                : servers.stream().map(server -> "dns://" + server).collect(joining(" "));
    }

    /** How often to look for domains whose check is due. */
    Duration tick() {
        Duration tick = recheckInterval.dividedBy(TICKS_PER_INTERVAL);
        if (tick.compareTo(MIN_TICK) < 0) {
            return MIN_TICK;
        }
        return tick.compareTo(MAX_TICK) > 0 ? MAX_TICK : tick;
    }

    private static String server(String text) {
        try {
            URI uri = new URI("dns://" + text);
            if (uri.getHost() != null && text.equals(uri.getRawAuthority()) && uri.getUserInfo() == null) {
                return text;
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(invalid(SERVERS, text), e);
        }
        throw new IllegalArgumentException(invalid(SERVERS, text));
    }

    private static Duration duration(Config.Scope scope, String name, Duration otherwise) {
        return DurationOption.read(scope, DomainVerificationSpi.NAME, name, otherwise);
    }

    private static String invalid(String name, String text) {
        return "The option " + name + " of " + DomainVerificationSpi.NAME + " cannot be used: " + text;
    }
}
