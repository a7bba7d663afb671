package io.github.orgswitcher.passwordless;

import io.github.orgswitcher.domain.EmailAddress;
import io.github.orgswitcher.passwordless.EmailSignInNotes.Proof;
import io.github.orgswitcher.platform.UserStorages;
import io.github.orgswitcher.platform.flow.LockOut;
import io.github.orgswitcher.platform.flow.LoginName;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.events.Errors;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserModel.RequiredAction;
import org.keycloak.sessions.AuthenticationSessionModel;

/** What comes after the proof: only now it is looked up whose address it is. */
final class Arrival {

    private final AuthenticationFlowContext context;
    private final EmailSignInConfig config;
    private final Whom whom;

    Arrival(AuthenticationFlowContext context, EmailSignInConfig config, Whom whom) {
        this.context = context;
        this.config = config;
        this.whom = whom;
    }

    /**
     * Settles whose account the address opens. Who that is can be signed in by the next request.
     *
     * @param address the proven address
     * @param agreed whether the person has chosen a new account, knowing that there is an older one
     * @throws EmailRefusedException when nobody can be signed in with this address
     */
    Settlement settle(EmailAddress address, boolean agreed) throws EmailRefusedException {
        return new AddressOwner(context.getSession())
                .settle(new AddressProof(
                        address,
                        whom.expectedId(),
                        whom.provenId(),
                        mayCreate(address),
                        agreed,
                        whom.isLinking() ? new Linking(context).attributes() : Map.of(),
                        context.getEvent().getEvent(),
                        context.getConnection()));
    }

    private boolean mayCreate(EmailAddress address) {
        return whom.isLinking()
                ? new Linking(context).makes(address)
                : whom.user() == null
                        && config.createUsers()
                        && context.getRealm().isRegistrationAllowed();
    }

    /**
     * Signs the owner in, or hands the login over to the organization's identity provider.
     *
     * @param address the proven address
     * @param proof how it was proven
     * @param ownerId whose account it opens
     * @throws EmailRefusedException when that does not hold any more, or the owner may not sign in
     */
    void complete(EmailAddress address, Proof proof, String ownerId) throws EmailRefusedException {
        UserModel owner = Account.now(context.getSession(), context.getRealm(), ownerId);
        if (owner == null || !Account.has(owner, address) || !mayBe(ownerId)) {
            throw refuse("orgSwitcherEmailErrorUsed", Errors.INVALID_EMAIL);
        }
        checkMaySignIn(owner);
        if (whom.user() == null && new HomeProvider().takes(context, owner, address)) {
            return;
        }
        if (!owner.isEmailVerified() && !Account.isOfDirectory(owner)) {
            throw refuse("orgSwitcherEmailErrorUsed", Errors.INVALID_EMAIL);
        }
        signIn(context.getSession().users().getUserById(context.getRealm(), ownerId), address, proof);
    }

    /** Between the two requests the login may have gone another way, and have come to expect somebody. */
    private boolean mayBe(String ownerId) {
        return whom.user() == null || whom.isLinking() || ownerId.equals(whom.expectedId());
    }

    private void signIn(UserModel owner, EmailAddress address, Proof proof) {
        AuthenticationSessionModel authSession = context.getAuthenticationSession();
        if (whom.isLinking() && !owner.getId().equals(whom.expectedId())) {
            new Linking(context).filled(owner);
        }
        authSession.removeRequiredAction(RequiredAction.VERIFY_EMAIL);
        EmailProof.mark(authSession);
        new LoginName(context).become(address.text());
        context.getEvent().detail(EmailSignInEvents.PROOF, proof.name().toLowerCase(Locale.ROOT));
        // Keycloak refuses another user than the one it knows, who may have been named only.
        context.clearUser();
        context.setUser(owner);
        context.success(EmailSignInAuthenticatorFactory.PROVIDER_ID);
    }

    private void checkMaySignIn(UserModel user) throws EmailRefusedException {
        if (UserStorages.isOutOfReach(user)) {
            throw EmailRefusedException.unavailable();
        }
        Optional<String> locked = new LockOut(context.getSession(), context.getRealm(), user).error();
        if (locked.isPresent() || !user.isEnabled()) {
            context.getEvent().user(user);
            throw EmailRefusedException.locked(EmailSignInForm.EMAIL, locked.orElse(Errors.USER_DISABLED));
        }
    }

    private static EmailRefusedException refuse(String messageKey, String error) {
        return new EmailRefusedException(EmailSignInForm.EMAIL, messageKey, error);
    }
}
