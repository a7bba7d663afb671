package io.github.orgswitcher.passwordless;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AskingCountryTest {

    @ParameterizedTest
    @CsvSource({
        "DE, en, Germany",
        "DE, de, Deutschland",
        "DE, ja, ドイツ",
        "DE, ar, ألمانيا",
        "DE, no, Tyskland",
        "DE, zh-CN, 德国",
        "TR, pt-BR, Turquia",
        "' DE ', en, Germany",
        "AQ, en, Antarctica"
    })
    void countryIsNamedInTheLanguage(String code, String language, String name) {
        assertThat(AskingCountry.named(List.of(code), Locale.forLanguageTag(language)))
                .contains(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "XX", "T1", "EU", "A1", "de", "D", "DEU", "276", "Germany", "DE, FR", "DE;q=1", "<b>", "{0}",
                "ＤＥ"
            })
    void whatIsNoCountryIsNotTold(String value) {
        assertThat(AskingCountry.named(List.of(value), Locale.ENGLISH)).isEmpty();
    }

    @Test
    void headerThatIsNotThereOnceTellsNothing() {
        assertThat(AskingCountry.named(null, Locale.ENGLISH)).isEmpty();
        assertThat(AskingCountry.named(List.of(), Locale.ENGLISH)).isEmpty();
        assertThat(AskingCountry.named(List.of("FR", "DE"), Locale.ENGLISH)).isEmpty();
        assertThat(AskingCountry.named(List.of("DE", "DE"), Locale.ENGLISH)).isEmpty();
    }
}
