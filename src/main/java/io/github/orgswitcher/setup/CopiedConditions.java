package io.github.orgswitcher.setup;

import io.github.orgswitcher.platform.Multivalued;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/**
 * The conditions of a copied flow that speak of other parts of a login. Keycloak copies their settings as they are; then they
 * speak of what is not in the copy, and what hangs on them, a second factor say, is never asked for.
 */
record CopiedConditions(RealmModel realm, AuthenticationFlowModel flow) {

    /** "Sub-flow executed". */
    private static final String SUB_FLOW = "conditional-sub-flow-executed";

    private static final String SUB_FLOW_ALIAS = "flow_to_check";

    /** "Credential". */
    private static final String CREDENTIAL = "conditional-credential";

    private static final String CREDENTIALS = "credentials";

    /**
     * Has those that name a subflow name its copy, where there is one.
     *
     * @param copy gives the alias that a copy of a subflow has
     */
    void follow(UnaryOperator<String> copy) {
        change(SUB_FLOW, SUB_FLOW_ALIAS, settings -> Optional.ofNullable(settings.get(SUB_FLOW_ALIAS))
                .map(copy)
                .filter(alias -> realm.getFlowByAlias(alias) != null));
    }

    /** Has those that demand something of who has used a password demand it of who has used the email. */
    void takeEmailForPassword() {
        change(CREDENTIAL, CREDENTIALS, settings -> Optional.of(
                        Multivalued.split(settings.getOrDefault(CREDENTIALS, ""))
                                .toList())
                .filter(types -> Boolean.parseBoolean(settings.get("included"))
                        && types.contains(PasswordCredentialModel.TYPE)
                        && !types.contains(FlowSteps.EMAIL))
                .map(types -> Multivalued.join(Stream.of(settings.get(CREDENTIALS), FlowSteps.EMAIL))));
    }

    private void change(String authenticator, String setting, Function<Map<String, String>, Optional<String>> change) {
        new FlowSteps(realm, flow)
                .all()
                .filter(step -> authenticator.equals(step.getAuthenticator()) && step.getAuthenticatorConfig() != null)
                .map(step -> realm.getAuthenticatorConfigById(step.getAuthenticatorConfig()))
                .filter(config -> config != null && config.getConfig() != null)
                .toList()
                .forEach(config -> change.apply(config.getConfig()).ifPresent(value -> {
                    Map<String, String> settings = new HashMap<>(config.getConfig());
                    settings.put(setting, value);
                    config.setConfig(settings);
                    realm.updateAuthenticatorConfig(config);
                }));
    }
}
