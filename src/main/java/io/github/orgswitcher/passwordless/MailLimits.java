package io.github.orgswitcher.passwordless;

import io.github.orgswitcher.domain.EmailAddress;
import io.github.orgswitcher.limits.Allowance;
import io.github.orgswitcher.limits.Countable;
import io.github.orgswitcher.limits.CountedBy;
import io.github.orgswitcher.limits.Rate;
import io.github.orgswitcher.limits.Scope;
import io.github.orgswitcher.limits.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;

/**
 * How many mails may be asked for. None of the limits can be turned on the owner of an address. Those of the browser and of the
 * network hold off whoever asks. Those of the address, its mailbox and the realm, which others may have used up, never leave an
 * address without a mail that signs its reader in: beyond them a mail still goes, with its link alone, unless there is one
 * already whose link can be used, in whichever browser. The link of a login that can be answered in one browser alone, such as
 * one by SAML, then signs in elsewhere, too, and goes to the account console.
 */
final class MailLimits {

    private final AuthenticationFlowContext context;
    private final EmailSignInConfig config;
    private final Tally tally;

    MailLimits(AuthenticationFlowContext context, EmailSignInConfig config, Tally tally) {
        this.context = context;
        this.config = config;
        this.tally = tally;
    }

    /**
     * Counts a mail before it is sent.
     *
     * @param whom whom the login expects
     * @throws EmailRefusedException when a limit is reached; then nothing is counted
     */
    Postage ask(EmailAddress address, Whom whom) throws EmailRefusedException {
        CountedBy counted = counted(address);
        List<Allowance> asker = counted.limits(Countable.MAIL, config.mails(), Scope.CLIENT);
        asker.add(browser());
        List<String> slots =
                new ArrayList<>(tally.takeAll(asker).orElseThrow(() -> refuse("orgSwitcherEmailErrorTooMany")));
        Allowance usable = counted.usable(config.lifetimeSeconds());
        Optional<List<String>> shared = tally.takeAll(
                counted.limits(Countable.MAIL, config.mails(), Scope.ADDRESS, Scope.MAILBOX, Scope.REALM));
        boolean bound = whom.isBound() && (shared.isPresent() || !whom.isReplaceable());
        boolean anywhere = config.mailContent().hasLink() && !bound;
        List<String> first = anywhere ? tally.takeEach(List.of(usable)) : List.of();
        if (shared.isEmpty() && first.isEmpty()) {
            tally.free(slots);
            throw anywhere
                    ? refuse("orgSwitcherEmailErrorOpenLatest", config.lifetimeMinutes())
                    : refuse("orgSwitcherEmailErrorTooMany");
        }
        shared.ifPresent(slots::addAll);
        slots.addAll(first);
        return new Postage(slots, shared.isPresent(), bound);
    }

    /** Whoever has proven an address may have as many mails again, and what was used counts for nothing. */
    void proven(SentMail mail) {
        tally.free(mail.id());
        tally.reset(counted(mail.address()).hourly(Countable.MAIL, config.mails(), Scope.ADDRESS));
    }

    private CountedBy counted(EmailAddress address) {
        return new CountedBy(context.getSession(), context.getRealm(), address);
    }

    private Allowance browser() {
        String browser = context.getAuthenticationSession().getParentSession().getId();
        return new Allowance("browser." + browser, config.maxMailsPerSession(), Rate.HOUR_SECONDS);
    }

    private static EmailRefusedException refuse(String messageKey, Object... parameters) {
        return new EmailRefusedException(
                EmailSignInForm.EMAIL, messageKey, EmailSignInEvents.TOO_MANY_MAILS, parameters);
    }
}
