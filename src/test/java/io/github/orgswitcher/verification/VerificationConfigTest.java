package io.github.orgswitcher.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.Config;

class VerificationConfigTest {

    @Test
    void withoutOptionsTheOperatingSystemsServersAreAskedOnceADay() {
        VerificationConfig config = config(Map.of());
        assertThat(config).isEqualTo(VerificationConfig.DEFAULT);
        assertThat(config.providerUrl()).isEqualTo("dns:");
        assertThat(config.tick()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void optionsAreRead() {
        VerificationConfig config = config(Map.of(
                "servers", "9.9.9.9, ns.acme.example:5353,[2620:fe::fe]:53",
                "timeout", "250ms",
                "recheck-interval", "12h",
                "lapse-after", "P7D"));
        assertThat(config)
                .isEqualTo(new VerificationConfig(
                        List.of("9.9.9.9", "ns.acme.example:5353", "[2620:fe::fe]:53"),
                        Duration.ofMillis(250),
                        Duration.ofHours(12),
                        Duration.ofDays(7)));
        assertThat(config.providerUrl()).isEqualTo("dns://9.9.9.9 dns://ns.acme.example:5353 dns://[2620:fe::fe]:53");
        assertThat(config.tick()).isEqualTo(Duration.ofMinutes(30));
        assertThat(config(Map.of("recheck-interval", "1s")).tick()).isEqualTo(Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @CsvSource({
        "servers, 9.9.9.9/acme.example",
        "servers, dns://9.9.9.9",
        "servers, user@9.9.9.9",
        "servers, 9.9.9.9:port",
        "servers, 9.9.9.9 8.8.8.8",
        "timeout, 0",
        "timeout, soon",
        "recheck-interval, -1h",
        "lapse-after, 3 days"
    })
    void whatCannotBeUsedIsNamed(String name, String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> config(Map.of(name, value)))
                .withMessageContaining(name)
                .withMessageContaining(value);
    }

    private static VerificationConfig config(Map<String, String> options) {
        return VerificationConfig.of(new Options(options));
    }

    private static final class Options extends Config.AbstractScope {

        private final Map<String, String> options;

        Options(Map<String, String> options) {
            this.options = options;
        }

        @Override
        public @Nullable String get(String key) {
            return options.get(key);
        }

        @Override
        public Config.Scope scope(String... scope) {
            throw new UnsupportedOperationException();
        }

        @Override
        @Deprecated
        public Set<String> getPropertyNames() {
            return options.keySet();
        }

        @Override
        public Config.Scope root() {
            return this;
        }
    }
}
