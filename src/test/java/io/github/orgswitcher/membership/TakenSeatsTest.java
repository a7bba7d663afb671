package io.github.orgswitcher.membership;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.decision.Backing;
import io.github.orgswitcher.decision.JoinMode;
import io.github.orgswitcher.decision.Match;
import io.github.orgswitcher.decision.OwnWord;
import io.github.orgswitcher.decision.Terms;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Seats that are taken, of which an invitation of one's own takes none. */
class TakenSeatsTest {

    @ParameterizedTest
    @CsvSource({"3, 0, 3", "3, 1, 2", "0, 1, 0"})
    void whatIsHeldForThePersonIsFree(long read, int own, long taken) {
        assertThat(TakenSeats.read().counted(match(5, false).having(read), own).members())
                .isEqualTo(taken);
    }

    @ParameterizedTest
    @CsvSource({"5, 0, 4, 0", "5, 0, 5, 5", "5, 1, 5, 0", "5, 1, 6, 5", "2147483647, 1, 4, 0"})
    void oneIsLeftOrNone(int limit, int own, int present, long taken) {
        TakenSeats seats = TakenSeats.asked((orgId, most) -> present >= most);

        assertThat(seats.counted(match(limit, false), own).members()).isEqualTo(taken);
    }

    @Test
    void nothingIsAskedWhereItMakesNoDifference() {
        TakenSeats seats = TakenSeats.asked((orgId, most) -> {
            throw new AssertionError("asked about " + orgId);
        });

        assertThat(seats.counted(match(null, false), 0)).isEqualTo(match(null, false));
        assertThat(seats.counted(match(1, true), 0)).isEqualTo(match(1, true));
    }

    private static Match match(@Nullable Integer limit, boolean member) {
        return new Match(
                "1",
                "acme",
                "Acme",
                true,
                "acme.example",
                false,
                Backing.REALM,
                OwnWord.NONE,
                false,
                false,
                new Terms(JoinMode.SUGGEST, limit, Set.of(), false),
                member,
                0,
                null,
                null,
                null);
    }
}
