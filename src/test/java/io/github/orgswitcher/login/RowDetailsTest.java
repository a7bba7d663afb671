package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.decision.Maker;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowDetailsTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "Ann, Lee, Ann Lee",
                "Ann, -, Ann",
                "-, -, -",
                "' ', '', -",
                "ann@acme.example, -, -",
                "Ann, (ann@acme.example), -",
                "\u202eAnn\u0000, Lee, Ann Lee"
            })
    void makerIsANameAndNoAddress(@Nullable String first, @Nullable String last, @Nullable String shown) {
        RowDetails details = RowDetails.full(false, new Maker(first, last), 1, Locale.ENGLISH);
        assertThat(details.isMade()).isTrue();
        assertThat(details.getMaker()).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "999, 999", "1000, '1,000+'"})
    void membersAreCountedUpToANumber(long members, String shown) {
        assertThat(RowDetails.full(false, null, members, Locale.ENGLISH).getMembers())
                .isEqualTo(shown);
    }
}
