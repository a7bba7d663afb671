package io.github.orgswitcher.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PunycodeTest {

    /** The first six are samples of RFC 3492, section 7.1, in lower case. */
    @ParameterizedTest
    @CsvSource({
        "ليهمابتكلموشعربي؟,       egbpdaj6bu4bxfgehfvwxn",
        "他们为什么不说中文,        ihqwcrb4cv8a8dqg056pqjye",
        "почемужеонинеговорятпорусски, b1abfaaepdrnnbgefbadotcwatmq2g4l",
        "3年b組金八先生,           3b-ww4c5e180e575a65lsy2b",
        "パフィーdeルンバ,          de-jg4avhby1noc0d",
        "そのスピードで,            d9juau41awczczp",
        "bücher,                   bcher-kva",
        "straße,                   strae-oqa",
        "𐀀𐀁,                       2n7cc",
    })
    void writesAndReads(String label, String encoded) {
        assertThat(Punycode.encode(label)).isEqualTo(encoded);
        assertThat(Punycode.decode(encoded)).contains(label);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "9", "99999999", "zzzzzzzzzzzzzzzzzzzzzzzzzz9999999999", "a-Z", "a-ä", "a-b!"})
    void readsNothingFromAnythingElse(String text) {
        assertThat(Punycode.decode(text)).isEmpty();
    }
}
