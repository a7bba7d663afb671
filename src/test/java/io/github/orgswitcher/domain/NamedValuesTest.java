package io.github.orgswitcher.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamedValuesTest {

    private enum Word {
        ONE,
        TWO,
        THREE
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"TWO, TWO", "two, -", "' TWO', -", "'', -", "FOUR, -", "-, -"})
    void aNameIsWrittenLetterForLetter(@Nullable String name, @Nullable Word value) {
        assertThat(NamedValues.of(Word.class).named(name).orElse(null)).isEqualTo(value);
    }

    @Test
    void namesStandInTheOrderOfTheValues() {
        assertThat(NamedValues.of(Word.class).names()).containsExactly("ONE", "TWO", "THREE");
        assertThat(NamedValues.of(Word.class).listed()).isEqualTo("ONE, TWO, THREE");
    }

    @Test
    void whatIsNoneOfThemCannotBeWritten() {
        NamedValues<Word> some = new NamedValues<>(List.of(Word.THREE, Word.ONE));

        assertThat(some.listed()).isEqualTo("THREE, ONE");
        assertThat(some.named("TWO")).isEmpty();
    }
}
