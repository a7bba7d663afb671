package io.github.orgswitcher.passwordless;

import io.github.orgswitcher.limits.Allowance;
import io.github.orgswitcher.limits.Countable;
import io.github.orgswitcher.limits.CountedBy;
import io.github.orgswitcher.limits.Scope;
import io.github.orgswitcher.limits.Tally;
import java.util.List;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;

/**
 * How often codes may be guessed at. A guess is counted before it is made, so that guesses at the same moment are as few as
 * guesses one by one. Beyond the limits the code of each mail is compared once more and then no further: nobody can tell a guess
 * from the owner's code before it is compared, and the owner's must pass, whatever others have done.
 */
final class Guesses {

    private final AuthenticationFlowContext context;
    private final EmailSignInConfig config;
    private final Tally tally;

    Guesses(AuthenticationFlowContext context, EmailSignInConfig config) {
        this.context = context;
        this.config = config;
        this.tally = new Tally(context.getSession());
    }

    /**
     * Counts a guess.
     *
     * @param seconds how long the mail can be used
     * @return the guess to be made, or empty where there were too many
     */
    Optional<Guess> take(SentMail mail, long seconds) {
        if (!tally.take(new Allowance("try." + mail.id(), config.maxTries(), seconds))) {
            return Optional.empty();
        }
        List<Allowance> limits = new CountedBy(context.getSession(), context.getRealm(), mail.address())
                .limits(Countable.WRONG_CODE, config.wrongCodes(), Scope.values());
        List<String> slots = tally.takeEach(limits);
        if (slots.size() < limits.size() && !tally.take(new Allowance("last." + mail.id(), 1, seconds))) {
            tally.free(slots);
            return Optional.empty();
        }
        return Optional.of(() -> tally.free(slots));
    }

    /** A guess that counts as wrong until it is known better. */
    @FunctionalInterface
    interface Guess {

        /** The code was right: it counts for nothing. */
        void wasRight();
    }
}
