package io.github.orgswitcher.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrganizationNameTest {

    @ParameterizedTest
    @CsvSource({
        "'  Acme  ', Acme, acme",
        "'\u00a0Acme\u3000', Acme, acme",
        "Carol's Studio, Carol's Studio, carols-studio",
        "Carol\u2019s Studio, Carol\u2019s Studio, carols-studio",
        "Bücher & Söhne, Bücher & Söhne, bucher-sohne",
        "'<script>alert(1)</script>', '<script>alert(1)</script>', script-alert-1-script",
        "株式会社, 株式会社, organization",
        "---, ---, organization",
        "ＡＣＭＥ, ACME, acme",
    })
    void trimsAndMakesAnAlias(String typed, String name, String alias) {
        OrganizationName result = OrganizationName.of(typed);

        assertThat(result.value()).isEqualTo(name);
        assertThat(result.alias()).isEqualTo(alias);
    }

    @Test
    void composesWhatWasTypedDecomposed() {
        assertThat(OrganizationName.of("Cafe\u0301").value()).isEqualTo("Café");
    }

    @Test
    void countsCharactersAsPeopleDo() {
        assertThat(OrganizationName.of("🏢".repeat(100)).value()).hasSize(200);
        assertRefused("x".repeat(101), "orgSwitcherErrorNameTooLong");
    }

    @Test
    void keepsAnAliasShort() {
        assertThat(OrganizationName.of("a ".repeat(50)).alias())
                .hasSizeLessThanOrEqualTo(50)
                .doesNotEndWith("-");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u3000", "\t\n"})
    void refusesNothing(String typed) {
        assertRefused(typed, "orgSwitcherErrorNameMissing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ac\u0000me",
                "Ac\nme",
                "Acme\u202Eevil",
                "Ac\u200Bme",
                "\uD800",
                "Ac\u2028me",
                "\uE000",
                "Acme\uFE0F",
                "\u3164",
                "Acme\uFFA0"
            })
    void refusesWhatCannotBeSeen(String typed) {
        assertRefused(typed, "orgSwitcherErrorNameInvalid");
    }

    private static void assertRefused(String typed, String messageKey) {
        assertThatThrownBy(() -> OrganizationName.of(typed))
                .isInstanceOfSatisfying(ChoiceRefusedException.class, refused -> {
                    assertThat(refused.field()).isEqualTo("name");
                    assertThat(refused.messageKey()).isEqualTo(messageKey);
                });
    }
}
