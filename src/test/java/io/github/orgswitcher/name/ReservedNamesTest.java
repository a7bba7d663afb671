package io.github.orgswitcher.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReservedNamesTest {

    private static final ReservedNames NAMES = ReservedNames.of(List.of("Acme", " Big  Bank ", "!!!"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Acme",
                "ACME",
                "acme.",
                "A c m e",
                "«Acme»",
                "Acm\u00e9",
                "\u0410\u0441\u043c\u0435",
                "Acrne",
                "Big Bank",
                "bigbank",
                "B1g-Bank",
                "!!!"
            })
    void whatPassesForAReservedNameIsReserved(String name) {
        assertThat(NAMES.have(TidyName.of(name))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Acme Tools", "Acm", "Big", "Bank", "!?", "\u540d\u524d", "?"})
    void otherNamesAreFree(String name) {
        assertThat(NAMES.have(TidyName.of(name))).isFalse();
    }

    @Test
    void nothingIsReservedByNothing() {
        for (List<String> nothing : List.of(List.<String>of(), List.of("", " "))) {
            assertThat(ReservedNames.of(nothing).have("Acme")).isFalse();
        }
    }
}
