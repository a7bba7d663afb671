package io.github.orgswitcher.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every database takes, and what one of them does not. */
class StorableTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "acme", "josé", "\u0001", "\n", "\uFFFD", "\uD83D\uDE00", "a\uD83D\uDE00b"})
    void charactersCanBeStored(String text) {
        assertThat(StorableText.is(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "a\u0000b", "\uD83D", "\uDE00", "\uDE00\uD83D", "a\uD83Db"})
    void nullAndHalvesCannot(String text) {
        assertThat(StorableText.is(text)).isFalse();
    }
}
