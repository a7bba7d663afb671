package io.github.orgswitcher.passwordless;

import io.github.orgswitcher.settings.MisreadSetting;
import java.util.stream.Stream;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.RealmModel;

/** What cannot be understood in the settings of email sign-in, each step of which has its own. */
public final class MisreadEmailSettings {

    private MisreadEmailSettings() {}

    /**
     * Reads those of one step.
     *
     * @param realm the realm
     * @param flow the flow that people come in through
     * @param step a step of it, or of its subflows, which is one of {@code email-sign-in}
     * @return one for each wrong value
     */
    public static Stream<MisreadSetting> of(
            RealmModel realm, AuthenticationFlowModel flow, AuthenticationExecutionModel step) {
        return step.getAuthenticatorConfig() == null
                ? Stream.empty()
                : EmailSignInConfig.misread(
                        flow.getAlias(), realm.getAuthenticatorConfigById(step.getAuthenticatorConfig()));
    }
}
