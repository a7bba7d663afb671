package io.github.orgswitcher.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AskAgainTest {

    private static final Instant DENIED = Instant.parse("2026-11-01T10:00:00Z");

    @ParameterizedTest
    @CsvSource(
            nullValues = "never",
            value = {
                "REQUEST,   30,    2026-12-01T10:00:00Z",
                "REQUEST,   0,     2026-11-01T10:00:00Z",
                "REQUEST,   never, never",
                "SUGGEST,   30,    never",
                "AUTOMATIC, 30,    never",
                "DISABLED,  30,    never",
            })
    void saysWhen(JoinMode mode, @Nullable Integer days, @Nullable Instant expected) {
        assertThat(new AskAgain(days).after(mode, DENIED).orElse(null)).isEqualTo(expected);
    }

    /** What the database compares, and what people are told. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 30, Integer.MAX_VALUE})
    void endsAtTheVeryTimeThatWasTold(int days) {
        AskAgain rule = new AskAgain(days);
        Instant told = rule.after(JoinMode.REQUEST, DENIED).orElseThrow();
        assertThat(rule.ended(told)).isEqualTo(DENIED);
        assertThat(rule.ended(told.minus(Duration.ofMillis(1)))).isBefore(DENIED);
        assertThat(rule.ended(told).toEpochMilli()).isEqualTo(DENIED.toEpochMilli());
    }

    @Test
    void noDenialEndsWhereNobodyMayAskAgain() {
        assertThat(AskAgain.NEVER.ended(Instant.now()).toEpochMilli()).isNegative();
    }
}
