package io.github.orgswitcher.membership;

import io.github.orgswitcher.decision.Match;
import java.util.function.BiPredicate;

/** How it is known which seats are not free to somebody. What an invitation holds is the own seat of whom it was sent to. */
interface TakenSeats {

    /**
     * Counts them.
     *
     * @param match an organization that matches
     * @param own how many seats of it are held for the person
     * @return the match with as many members as there are seats taken, as far as that makes a difference
     */
    Match counted(Match match, int own);

    /** All that are taken were read with the match. */
    static TakenSeats read() {
        return (match, own) -> match.having(Math.max(0, match.members() - own));
    }

    /**
     * None were read, and only whether there is one left matters.
     *
     * @param isFull whether that many seats of an organization are taken
     */
    static TakenSeats asked(BiPredicate<String, Integer> isFull) {
        return (match, own) -> {
            Integer limit = match.terms().maxMembers();
            if (limit == null || match.member()) {
                return match;
            }
            // Beyond the largest number there is, one more makes no difference.
            return isFull.test(match.orgId(), Math.max(limit, limit + own)) ? match.having(limit) : match;
        };
    }
}
