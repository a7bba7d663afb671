package io.github.orgswitcher.platform;

import java.util.List;
import java.util.Map;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;
import org.keycloak.userprofile.ValidationException;

/**
 * What a realm's user profile asks of its users.
 *
 * @param session the Keycloak session, with the realm in its context
 */
public record ProfileRules(KeycloakSession session) {

    /**
     * Whether somebody may register with an address that is the user name too, whatever else the profile asks for.
     *
     * @param address the address
     * @return whether the rules for both allow it
     */
    public boolean allow(String address) {
        Map<String, List<String>> attributes =
                Map.of(UserModel.USERNAME, List.of(address), UserModel.EMAIL, List.of(address));
        try {
            profiles().create(UserProfileContext.REGISTRATION, attributes).validate();
            return true;
        } catch (ValidationException e) {
            return !e.isAttributeOnError(UserModel.USERNAME, UserModel.EMAIL);
        }
    }

    /**
     * Whether a user's profile is whole.
     *
     * @param user the user
     * @return whether Keycloak's page for the profile would take it as it is
     */
    public boolean areMetBy(UserModel user) {
        try {
            profiles().create(UserProfileContext.UPDATE_PROFILE, user).validate();
            return true;
        } catch (ValidationException e) {
            return false;
        }
    }

    private UserProfileProvider profiles() {
        return session.getProvider(UserProfileProvider.class);
    }
}
