package io.github.orgswitcher.setup;

import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;

/** Whether the sign-in by email asks for a second factor, in a realm whose accounts may have one. */
final class SecondFactorBesideEmail implements SetupCheck {

    /** Keycloak's required actions by which people get one. */
    private static final Set<String> ENROLLING =
            Set.of("CONFIGURE_TOTP", "webauthn-register", "CONFIGURE_RECOVERY_AUTHN_CODES");

    @Override
    public Stream<SetupWarning> warnings(KeycloakSession session, RealmModel realm, SetupState state) {
        boolean possible = realm.getRequiredActionProvidersStream()
                .filter(RequiredActionProviderModel::isEnabled)
                .anyMatch(action -> ENROLLING.contains(action.getAlias()));
        UsedFlows used = new UsedFlows(session, realm);
        return Stream.concat(used.browser(), used.firstBrokerLogin())
                .filter(flow -> possible || asksSecondFactor(session, realm, flow))
                .filter(flow ->
                        new EmailAlone(session, realm).steps(flow).findAny().isPresent())
                .map(flow -> SetupWarning.of(SetupWarningCode.EMAIL_WITHOUT_SECOND_FACTOR, flow.getAlias()));
    }

    private static boolean asksSecondFactor(KeycloakSession session, RealmModel realm, AuthenticationFlowModel flow) {
        return new FlowSteps(realm, flow).reachable().anyMatch(new StepKinds(session)::asksSecondFactor);
    }
}
