package io.github.orgswitcher.passwordless;

import io.github.orgswitcher.domain.EmailAddress;
import io.github.orgswitcher.hash.KeyedHash;
import io.github.orgswitcher.hash.MailedCode;
import io.github.orgswitcher.limits.Rate;
import io.github.orgswitcher.limits.Tally;
import io.github.orgswitcher.platform.mail.MailReach;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.common.util.Time;
import org.keycloak.email.EmailException;
import org.keycloak.events.Errors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Sends mails within the limits. It looks no user up: what it does, and how long that takes, is the same for all. */
final class MailDesk {

    private final AuthenticationFlowContext context;
    private final AuthenticationSessionModel authSession;
    private final KeycloakSession session;
    private final EmailSignInConfig config;
    private final EmailSignInNotes notes;
    private final Tally tally;
    private final MailLimits limits;

    MailDesk(AuthenticationFlowContext context, EmailSignInConfig config, EmailSignInNotes notes) {
        this.context = context;
        this.authSession = context.getAuthenticationSession();
        this.session = context.getSession();
        this.config = config;
        this.notes = notes;
        this.tally = new Tally(session);
        this.limits = new MailLimits(context, config, tally);
    }

    /**
     * Sends a mail, which takes the place of the one before.
     *
     * @param address where to
     * @param whom whom the login expects
     * @throws EmailRefusedException when a limit is reached, or when the mail server does not take the mail or such addresses; what was
     *     sent before then stays as it is
     */
    void send(EmailAddress address, Whom whom) throws EmailRefusedException {
        if (!MailReach.includes(context.getRealm(), address)) {
            throw new EmailRefusedException(
                    EmailSignInForm.EMAIL, "orgSwitcherEmailErrorLetters", Errors.INVALID_EMAIL);
        }
        long now = Time.currentTimeSeconds();
        checkWait(notes.sentAt(address) + config.resendSeconds() - now);
        Postage postage = limits.ask(address, whom);
        String id = SecretGenerator.getInstance().generateSecureID();
        MailedCode code = config.mailContent().hasCode() && postage.withCode() ? SignInCode.random() : null;
        SentMail mail = new SentMail(id, address, hash(code, id), now, now + config.lifetimeSeconds());
        String step = context.getExecution().getId();
        String link = config.mailContent().hasLink()
                ? SignInLink.url(session, authSession, mail, step, postage.bound())
                : null;
        String linked = new Linking(context).provider();
        try {
            new SignInMail(code, link, linked, config).send(session, authSession, address);
        } catch (EmailException e) {
            tally.free(postage.slots());
            throw new EmailRefusedException(
                    EmailSignInForm.EMAIL, "orgSwitcherEmailErrorMail", Errors.EMAIL_SEND_FAILED);
        }
        tally.keep(id, postage.slots(), Math.min(config.lifetimeSeconds(), Rate.HOUR_SECONDS));
        notes.sent(mail, step);
    }

    /** Takes back what a mail was counted by that has proven its address. */
    void proven(SentMail mail) {
        limits.proven(mail);
    }

    private static void checkWait(long seconds) throws EmailRefusedException {
        if (seconds > 0) {
            throw new EmailRefusedException(
                    EmailSignInForm.EMAIL, "orgSwitcherEmailErrorWait", EmailSignInEvents.TOO_SOON, seconds);
        }
    }

    private @Nullable String hash(@Nullable MailedCode code, String mailId) {
        return code == null ? null : code.hash(hash(), SignInCode.purpose(mailId));
    }

    private KeyedHash hash() {
        return KeyedHash.of(session, context.getRealm());
    }
}
