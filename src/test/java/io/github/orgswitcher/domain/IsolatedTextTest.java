package io.github.orgswitcher.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IsolatedTextTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "en, Acme (1), false",
        "de, 株式会社, false",
        "en, ABC שלום, true",
        "ja, شركة, true",
        "ar, *.acme.example, true",
        "fa, شرکت, true",
        "he, Acme, true",
        "en, '', false",
        "ar, '', false",
    })
    void nameKeepsToItselfWhereDirectionsMeet(String language, String name, boolean isolated) {
        assertThat(IsolatedText.in(Locale.forLanguageTag(language), name))
                .isEqualTo(isolated ? "\u2068" + name + "\u2069" : name);
    }

    @Test
    void numbersStayNumbers() {
        assertThat(IsolatedText.in(Locale.forLanguageTag("ar"), new Object[] {"Acme", 5}))
                .containsExactly("\u2068Acme\u2069", 5);
    }
}
