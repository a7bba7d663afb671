package io.github.orgswitcher.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WholeNumberTest {

    @Test
    void plainDigitsAreNumbers() {
        assertThat(WholeNumber.ofInt("05")).contains(5);
        assertThat(WholeNumber.ofInt("-1")).contains(-1);
        assertThat(WholeNumber.of("99999999999")).contains(99_999_999_999L);
        assertThat(WholeNumber.ofInt("99999999999")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "٥", "５", "+5", "5 ", "1.5", "0x5", "9999999999999999999"})
    void othersAreNone(String text) {
        assertThat(WholeNumber.of(text)).isEmpty();
    }
}
