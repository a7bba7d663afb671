package io.github.orgswitcher.passwordless;

import io.github.orgswitcher.domain.EmailAddress;
import java.util.List;
import java.util.Map;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserModel.RequiredAction;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;
import org.keycloak.userprofile.ValidationException;

/** Makes a user of an address that has been proven. */
final class NewUser {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserProfileProvider profiles;

    NewUser(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.profiles = session.getProvider(UserProfileProvider.class);
    }

    /**
     * Makes the user. The address, which is the username too, must pass the realm's rules for both; whatever else the
     * user profile requires, Keycloak's own page asks for next.
     *
     * @throws EmailRefusedException when a rule of the user profile does not allow this address
     */
    UserModel create(EmailAddress address, EventBuilder loginEvent) throws EmailRefusedException {
        check(address);
        UserModel user = session.users().addUser(realm, address.text());
        user.setEnabled(true);
        user.setEmail(address.text());
        user.setEmailVerified(true);
        askForTheRest(user);
        loginEvent
                .clone()
                .event(EventType.REGISTER)
                .user(user)
                .detail(Details.USERNAME, user.getUsername())
                .detail(Details.EMAIL, address.text())
                .detail(Details.REGISTER_METHOD, EmailSignInAuthenticatorFactory.PROVIDER_ID)
                .success();
        return user;
    }

    private void check(EmailAddress address) throws EmailRefusedException {
        Map<String, List<String>> attributes =
                Map.of(UserModel.USERNAME, List.of(address.text()), UserModel.EMAIL, List.of(address.text()));
        try {
            profiles.create(UserProfileContext.REGISTRATION, attributes).validate();
        } catch (ValidationException e) {
            if (e.isAttributeOnError(UserModel.USERNAME, UserModel.EMAIL)) {
                throw new EmailRefusedException(
                        EmailSignInForm.EMAIL, "orgSwitcherEmailErrorNotAllowed", Errors.INVALID_REGISTRATION);
            }
        }
    }

    /** Where the realm has switched off the action that looks for gaps in profiles, the one that fills them is due. */
    private void askForTheRest(UserModel user) {
        RequiredActionProviderModel verify =
                realm.getRequiredActionProviderByAlias(RequiredAction.VERIFY_PROFILE.name());
        if (verify != null && verify.isEnabled()) {
            return;
        }
        try {
            profiles.create(UserProfileContext.UPDATE_PROFILE, user).validate();
        } catch (ValidationException e) {
            user.addRequiredAction(RequiredAction.UPDATE_PROFILE);
        }
    }
}
