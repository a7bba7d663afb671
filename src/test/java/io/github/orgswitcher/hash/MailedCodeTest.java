package io.github.orgswitcher.hash;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailedCodeTest {

    private static final int LENGTH = 6;

    private final KeyedHash hash = hash("secret");

    @Test
    void everyDigitIsAsLikelyAtEveryPlace() {
        int draws = 60_000;
        int[][] seen = new int[LENGTH][10];
        for (int i = 0; i < draws; i++) {
            String digits = MailedCode.random(LENGTH).digits();
            assertThat(digits).matches("\\d{6}");
            for (int place = 0; place < LENGTH; place++) {
                seen[place][digits.charAt(place) - '0']++;
            }
        }
        double expected = draws / 10.0;
        for (int[] place : seen) {
            double chiSquare = 0;
            for (int count : place) {
                chiSquare += (count - expected) * (count - expected) / expected;
            }
            // Nine degrees of freedom: above 50 once in ten million runs.
            assertThat(chiSquare).isLessThan(50);
        }
    }

    @ParameterizedTest
    @CsvSource({"123456,123456", "123 456,123456", "' 123-456 ',123456", "１２３４５６,123456", "٠١٢٣٤٥,012345", "12345,12345"
    })
    void isReadAsPeopleTypeIt(String typed, String digits) {
        assertThat(MailedCode.typed(typed, LENGTH).digits()).isEqualTo(digits);
    }

    @Test
    void tooManyDigitsAreNotCutToTheRightOnes() {
        MailedCode code = new MailedCode("123456");
        String kept = code.hash(hash, "mail");

        assertThat(MailedCode.typed("1234567", LENGTH).matches(hash, "mail", kept))
                .isFalse();
        assertThat(MailedCode.typed("", LENGTH).matches(hash, "mail", kept)).isFalse();
    }

    @Test
    void hashTellsNothingAndBelongsToOneMailAndOneRealm() {
        MailedCode code = new MailedCode("123456");
        String kept = code.hash(hash, "mail");

        assertThat(kept).doesNotContain("123456");
        assertThat(code.matches(hash, "mail", kept)).isTrue();
        assertThat(new MailedCode("123457").matches(hash, "mail", kept)).isFalse();
        assertThat(code.matches(hash, "other mail", kept)).isFalse();
        assertThat(code.matches(hash("other secret"), "mail", kept)).isFalse();
    }

    @Test
    void isReadableInTwoGroups() {
        assertThat(new MailedCode("012345").readable()).isEqualTo("012 345");
        assertThat(new MailedCode("01234567").readable()).isEqualTo("0123 4567");
    }

    private static KeyedHash hash(String secret) {
        return new KeyedHash(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
    }
}
