package io.github.orgswitcher.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundsTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({"1, PT1M", "2, PT2M", "3, PT4M", "6, PT32M", "7, PT1H", "100, PT1H"})
    void eachWaitIsTwiceAsLongUpToAnHour(int tries, Duration wait) {
        assertThat(Rounds.DEFAULT.nextTry(NOW, tries)).isEqualTo(NOW.plus(wait));
    }

    @Test
    void whatIsOldIsGivenUp() {
        Instant created = NOW.minus(Duration.ofDays(3));
        assertThat(Rounds.DEFAULT.isGivenUp(created, NOW)).isTrue();
        assertThat(Rounds.DEFAULT.isGivenUp(created.plusMillis(1), NOW)).isFalse();
    }
}
