package io.github.orgswitcher.passwordless;

import io.github.orgswitcher.people.Directories;
import io.github.orgswitcher.people.PeopleByEmail;
import io.github.orgswitcher.platform.ProfileRules;
import java.util.List;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserModel.RequiredAction;

/** Makes a user of an address that has been proven. */
final class NewUser {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AddressProof proof;
    private final ProfileRules rules;

    NewUser(KeycloakSession session, RealmModel realm, AddressProof proof) {
        this.session = session;
        this.realm = realm;
        this.proof = proof;
        this.rules = new ProfileRules(session);
    }

    /**
     * Makes the user. The address, which is the username too, must pass the realm's rules for both; whatever else the
     * user profile requires, Keycloak's own page asks for next. While a directory does not answer nobody is made, who may be
     * in it: their own login could never be imported afterwards.
     *
     * @param setAside ids of the accounts that had the address before
     * @throws EmailRefusedException when a rule of the user profile does not allow this address, it is somebody's name, or the
     *     database takes it for somebody else's
     */
    UserModel create(List<String> setAside) {
        String address = proof.address().text();
        if (new PeopleByEmail(session, realm).hasLookAlike(proof.address())) {
            throw refuse("orgSwitcherEmailErrorLookAlike", Errors.EMAIL_IN_USE);
        }
        if (session.users().getUserByUsername(realm, address) != null) {
            throw refuse("orgSwitcherEmailErrorName", Errors.USERNAME_IN_USE);
        }
        if (!rules.allow(address)) {
            throw refuse("orgSwitcherEmailErrorNotAllowed", Errors.INVALID_REGISTRATION);
        }
        if (!new Directories(session, realm).knowNobody(proof.address())) {
            throw EmailRefusedException.unavailable();
        }
        UserModel user = session.users().addUser(realm, address);
        user.setEnabled(true);
        proof.attributes().forEach(user::setAttribute);
        user.setEmail(address);
        user.setEmailVerified(true);
        askForTheRest(user);
        EventBuilder event = proof.event(session, realm, EventType.REGISTER, user)
                .detail(Details.USERNAME, user.getUsername())
                .detail(Details.EMAIL, address)
                .detail(Details.REGISTER_METHOD, EmailSignInAuthenticatorFactory.PROVIDER_ID);
        if (!setAside.isEmpty()) {
            event.detail(EmailSignInEvents.SWITCHER, EmailSignInEvents.SET_ASIDE)
                    .detail(EmailSignInEvents.OTHER_ACCOUNT, String.join(" ", setAside));
        }
        event.success();
        return user;
    }

    /** Where the realm has switched off the action that looks for gaps in profiles, the one that fills them is due. */
    private void askForTheRest(UserModel user) {
        RequiredActionProviderModel verify =
                realm.getRequiredActionProviderByAlias(RequiredAction.VERIFY_PROFILE.name());
        boolean looksForGaps = verify != null && verify.isEnabled();
        if (!looksForGaps && !rules.areMetBy(user)) {
            user.addRequiredAction(RequiredAction.UPDATE_PROFILE);
        }
    }

    private static EmailRefusedException refuse(String messageKey, String error) {
        return new EmailRefusedException(EmailSignInForm.EMAIL, messageKey, error);
    }
}
