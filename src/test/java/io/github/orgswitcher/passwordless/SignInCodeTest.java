package io.github.orgswitcher.passwordless;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.hash.KeyedHash;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInCodeTest {

    private final KeyedHash hash = hash("secret");

    @Test
    void everyDigitIsAsLikelyAtEveryPlace() {
        int draws = 60_000;
        int[][] seen = new int[SignInCode.LENGTH][10];
        for (int i = 0; i < draws; i++) {
            String digits = SignInCode.random().digits();
            assertThat(digits).matches("\\d{6}");
            for (int place = 0; place < SignInCode.LENGTH; place++) {
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
        assertThat(SignInCode.typed(typed).digits()).isEqualTo(digits);
    }

    @Test
    void tooManyDigitsAreNotCutToTheRightOnes() {
        SignInCode code = new SignInCode("123456");
        String kept = code.hash(hash, "mail");

        assertThat(SignInCode.typed("1234567").matches(hash, "mail", kept)).isFalse();
        assertThat(SignInCode.typed("").matches(hash, "mail", kept)).isFalse();
    }

    @Test
    void hashTellsNothingAndBelongsToOneMailAndOneRealm() {
        SignInCode code = new SignInCode("123456");
        String kept = code.hash(hash, "mail");

        assertThat(kept).doesNotContain("123456");
        assertThat(code.matches(hash, "mail", kept)).isTrue();
        assertThat(new SignInCode("123457").matches(hash, "mail", kept)).isFalse();
        assertThat(code.matches(hash, "other mail", kept)).isFalse();
        assertThat(code.matches(hash("other secret"), "mail", kept)).isFalse();
    }

    @Test
    void isReadableInTwoGroups() {
        assertThat(new SignInCode("012345").readable()).isEqualTo("012 345");
    }

    private static KeyedHash hash(String secret) {
        return new KeyedHash(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
    }
}
