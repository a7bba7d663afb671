package io.github.orgswitcher.passwordless;

import io.github.orgswitcher.hash.KeyedHash;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.common.util.Time;
import org.keycloak.events.Errors;
import org.keycloak.models.SingleUseObjectProvider;

/** Compares a typed code with the one that was mailed. */
final class CodeCheck {

    private final AuthenticationFlowContext context;
    private final EmailSignInConfig config;
    private final SingleUseObjectProvider store;

    CodeCheck(AuthenticationFlowContext context, EmailSignInConfig config) {
        this.context = context;
        this.config = config;
        this.store = context.getSession().singleUseObjects();
    }

    /**
     * Checks a code, and uses the mail up where it is right. Each try is counted before it is made, for all nodes together,
     * so that guesses sent at the same moment are as few as those sent one by one.
     *
     * @throws EmailRefusedException when the code is wrong or dead
     */
    void check(@Nullable SentMail mail, String typed) throws EmailRefusedException {
        if (mail == null || mail.codeHash() == null) {
            throw refuse("orgSwitcherEmailErrorCode", Errors.INVALID_CODE);
        }
        long now = Time.currentTimeSeconds();
        if (mail.isExpired(now)) {
            throw refuse("orgSwitcherEmailErrorCodeExpired", Errors.EXPIRED_CODE);
        }
        SignInCode code = SignInCode.typed(typed);
        if (code.digits().isEmpty()) {
            throw refuse("orgSwitcherEmailErrorCodeMissing", Errors.INVALID_CODE);
        }
        Allowance tries = new Allowance(store, "try." + mail.id(), config.maxTries(), mail.secondsLeft(now));
        if (tries.take().isEmpty()) {
            throw refuse("orgSwitcherEmailErrorCodeDead", EmailSignInEvents.TOO_MANY_TRIES);
        }
        KeyedHash hash = KeyedHash.of(context.getSession(), context.getRealm());
        if (!code.matches(hash, mail.id(), mail.codeHash())) {
            FailedAttempts.count(context, mail.address());
            throw refuse("orgSwitcherEmailErrorCode", Errors.INVALID_USER_CREDENTIALS);
        }
        if (!MailUse.of(store, mail).use()) {
            throw refuse("orgSwitcherEmailErrorUsed", EmailSignInEvents.USED);
        }
    }

    private static EmailRefusedException refuse(String messageKey, String error) {
        return new EmailRefusedException(EmailSignInForm.CODE, messageKey, error);
    }
}
