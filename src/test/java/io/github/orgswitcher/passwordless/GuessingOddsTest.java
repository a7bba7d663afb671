package io.github.orgswitcher.passwordless;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.limits.Countable;
import io.github.orgswitcher.limits.Rate;
import io.github.orgswitcher.limits.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The odds of guessing that the documentation tells are those that follow from the defaults. */
class GuessingOddsTest {

    private static final int CODES = (int) Math.pow(10, SignInCode.LENGTH);

    @Test
    void documentTellsTheOddsOfTheDefaults() throws IOException {
        String document = Files.readString(Path.of("docs/passwordless.md"));

        for (Scope scope : Scope.values()) {
            int mails = Countable.MAIL.defaultRate(scope).perDay();
            int wrong = Countable.WRONG_CODE.defaultRate(scope).perDay();
            // A guess either takes one of the day's wrong codes or is the last one of a mail, of which there are as
            // many as
            // mails with a code.
            int guesses = wrong + mails;
            assertThat(document)
                    .contains(String.format(
                            Locale.ROOT,
                            "| %s | %d + %d = %d | 1 in %,d |",
                            words(scope),
                            wrong,
                            mails,
                            guesses,
                            CODES / guesses));
        }
    }

    @Test
    void documentNamesEverySettingWithItsDefault() throws IOException {
        String document = Files.readString(Path.of("docs/passwordless.md"));

        for (Countable what : Countable.values()) {
            for (Scope scope : Scope.values()) {
                Rate rate = what.defaultRate(scope);
                assertThat(document)
                        .contains(String.format(
                                Locale.ROOT,
                                "| `%s`, `%s` | %s | `%d`, `%d` |",
                                what.hourly(scope),
                                what.daily(scope),
                                what == Countable.MAIL ? "mails " + words(scope) : "wrong codes " + words(scope),
                                rate.perHour(),
                                rate.perDay()));
            }
        }
    }

    private static String words(Scope scope) {
        return switch (scope) {
            case ADDRESS -> "for one address";
            case MAILBOX -> "for the further spellings of one mailbox together";
            case CLIENT -> "from one network";
            case REALM -> "in the realm";
        };
    }
}
