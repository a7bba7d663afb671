package io.github.orgswitcher.passwordless;

import io.github.orgswitcher.hash.KeyedHash;
import io.github.orgswitcher.hash.MailedCode;
import io.github.orgswitcher.passwordless.Guesses.Guess;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.common.util.Time;
import org.keycloak.events.Errors;
import org.keycloak.models.UserModel;

/** Compares a typed code with the one that was mailed. */
final class CodeCheck {

    private final AuthenticationFlowContext context;
    private final Guesses guesses;

    CodeCheck(AuthenticationFlowContext context, EmailSignInConfig config) {
        this.context = context;
        this.guesses = new Guesses(context, config);
    }

    /**
     * Checks a code, and uses the mail up where it is right.
     *
     * @param account whose account the login has proven to be about; null where it has not
     * @throws EmailRefusedException when the code is wrong or dead, or that account is locked
     */
    void check(@Nullable SentMail mail, String typed, @Nullable UserModel account) throws EmailRefusedException {
        if (mail == null || mail.codeHash() == null) {
            throw refuse("orgSwitcherEmailErrorCode", Errors.INVALID_CODE);
        }
        long now = Time.currentTimeSeconds();
        if (mail.isExpired(now)) {
            throw refuse("orgSwitcherEmailErrorCodeExpired", Errors.EXPIRED_CODE);
        }
        MailedCode code = SignInCode.typed(typed);
        if (code.digits().isEmpty()) {
            throw refuse("orgSwitcherEmailErrorCodeMissing", Errors.INVALID_CODE);
        }
        if (account != null) {
            FailedLogin.requireUnlocked(context, account);
        }
        Guess guess = guesses.take(mail, mail.secondsLeft(now))
                .orElseThrow(() -> refuse("orgSwitcherEmailErrorCodeDead", EmailSignInEvents.TOO_MANY_TRIES));
        KeyedHash hash = KeyedHash.of(context.getSession(), context.getRealm());
        if (!code.matches(hash, SignInCode.purpose(mail.id()), mail.codeHash())) {
            if (account != null) {
                FailedLogin.count(context, account);
            }
            throw refuse("orgSwitcherEmailErrorCode", Errors.INVALID_USER_CREDENTIALS);
        }
        guess.wasRight();
        if (!MailUse.of(context.getSession().singleUseObjects(), mail).use()) {
            throw refuse("orgSwitcherEmailErrorUsed", EmailSignInEvents.USED);
        }
    }

    private static EmailRefusedException refuse(String messageKey, String error) {
        return new EmailRefusedException(EmailSignInForm.CODE, messageKey, error);
    }
}
