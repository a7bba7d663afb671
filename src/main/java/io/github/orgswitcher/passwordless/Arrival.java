package io.github.orgswitcher.passwordless;

import io.github.orgswitcher.domain.EmailAddress;
import io.github.orgswitcher.passwordless.EmailSignInNotes.Proof;
import io.github.orgswitcher.passwordless.PersonByEmail.One;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.browser.AbstractUsernameFormAuthenticator;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.events.Errors;
import org.keycloak.events.EventType;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserModel.RequiredAction;
import org.keycloak.sessions.AuthenticationSessionModel;

/** What comes after the proof: only now it is looked up whose address it is. */
final class Arrival {

    private final AuthenticationFlowContext context;
    private final EmailSignInConfig config;

    Arrival(AuthenticationFlowContext context, EmailSignInConfig config) {
        this.context = context;
        this.config = config;
    }

    /**
     * Signs the person in, or hands the login over to the organization's identity provider.
     *
     * @param address the proven address
     * @param proof how it was proven
     * @param expected who it must be; null where the address tells
     * @throws EmailRefusedException when nobody can be signed in with this address
     */
    void complete(EmailAddress address, Proof proof, @Nullable UserModel expected) throws EmailRefusedException {
        UserModel user = whose(address, expected);
        checkMaySignIn(user);
        if (expected == null && new HomeProvider().takes(context, user, address)) {
            return;
        }
        AuthenticationSessionModel authSession = context.getAuthenticationSession();
        if (!user.isEmailVerified()) {
            verify(user, expected == null);
        }
        user.removeRequiredAction(RequiredAction.VERIFY_EMAIL);
        authSession.removeRequiredAction(RequiredAction.VERIFY_EMAIL);
        EmailProof.mark(authSession);
        authSession.setAuthNote(AbstractUsernameFormAuthenticator.ATTEMPTED_USERNAME, address.text());
        context.getEvent().detail(EmailSignInEvents.PROOF, proof.name().toLowerCase(Locale.ROOT));
        context.setUser(user);
        context.success(EmailSignInAuthenticatorFactory.PROVIDER_ID);
    }

    /** Who was known before the proof has shown in this very login that account and mailbox are one person's. */
    private void verify(UserModel user, boolean byAddressAlone) {
        user.setEmailVerified(true);
        if (byAddressAlone
                && !config.keepUnverifiedAccess()
                && new FormerAccess(context.getSession(), context.getRealm(), user).remove()) {
            context.getEvent()
                    .clone()
                    .event(EventType.REMOVE_CREDENTIAL)
                    .user(user)
                    .detail(EmailSignInEvents.FORMER_ACCESS, "removed")
                    .success();
        }
    }

    private UserModel whose(EmailAddress address, @Nullable UserModel expected) throws EmailRefusedException {
        PersonByEmail person = PersonByEmail.find(context.getSession(), context.getRealm(), address);
        if (person instanceof PersonByEmail.Several) {
            throw refuse("orgSwitcherEmailErrorNotAllowed", Errors.EMAIL_IN_USE);
        }
        if (expected != null) {
            return expected;
        }
        return person instanceof One one ? one.user() : create(address);
    }

    private UserModel create(EmailAddress address) throws EmailRefusedException {
        boolean mayCreate = config.createUsers() && context.getRealm().isRegistrationAllowed();
        if (!mayCreate) {
            throw refuse("orgSwitcherEmailErrorNoAccount", Errors.USER_NOT_FOUND);
        }
        if (context.getSession().users().getUserByUsername(context.getRealm(), address.text()) != null) {
            throw refuse("orgSwitcherEmailErrorNotAllowed", Errors.USERNAME_IN_USE);
        }
        return new NewUser(context.getSession(), context.getRealm()).create(address, context.getEvent());
    }

    private void checkMaySignIn(UserModel user) throws EmailRefusedException {
        String locked = AuthenticatorUtils.getDisabledByBruteForceEventError(context, user);
        if (locked != null || !user.isEnabled()) {
            context.getEvent().user(user);
            String error = locked == null ? Errors.USER_DISABLED : locked;
            throw refuse(
                    Errors.USER_TEMPORARILY_DISABLED.equals(error)
                            ? "orgSwitcherEmailErrorLocked"
                            : "orgSwitcherEmailErrorNotAllowed",
                    error);
        }
    }

    private static EmailRefusedException refuse(String messageKey, String error) {
        return new EmailRefusedException(EmailSignInForm.EMAIL, messageKey, error);
    }
}
