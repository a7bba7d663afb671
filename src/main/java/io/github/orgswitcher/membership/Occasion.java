package io.github.orgswitcher.membership;

import io.github.orgswitcher.decision.Decision;
import io.github.orgswitcher.decision.SignIn;
import io.github.orgswitcher.decision.Standing.Choice;
import io.github.orgswitcher.platform.OrganizationsFeature;
import io.github.orgswitcher.settings.SwitcherConfig;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;

/**
 * The login that a choice is made in. While its page is open, an administrator may take the login out of the switcher's
 * hands; nothing is written then.
 *
 * @param signIn what the login and the application say
 * @param choice what was chosen before in the session; null where nothing was
 */
public record Occasion(SignIn signIn, @Nullable Choice choice) {

    /**
     * Whether the login is the switcher's business at this moment.
     *
     * @param session a Keycloak session with the realm in its context, which is read anew
     * @return whether it is
     */
    public boolean stands(KeycloakSession session) {
        RealmModel realm = session.getContext().getRealm();
        return isSwitcherOn(session)
                && Decision.concerns(
                        signIn, choice, SwitcherConfig.of(session, realm).settings());
    }

    /**
     * Whether the realm has the switcher on, by whichever door a login comes to it.
     *
     * @param session a Keycloak session with the realm in its context
     * @return whether organizations and the required action are
     */
    public static boolean isSwitcherOn(KeycloakSession session) {
        return OrganizationsFeature.isOn(session)
                && isActionEnabled(session.getContext().getRealm());
    }

    /**
     * Whether the realm's required action, which holds the settings, is on.
     *
     * @param realm the realm
     * @return whether it is registered and enabled
     */
    public static boolean isActionEnabled(RealmModel realm) {
        RequiredActionProviderModel model = realm.getRequiredActionProviderByAlias(SwitcherConfig.PROVIDER_ID);
        return model != null && model.isEnabled();
    }
}
