package io.github.orgswitcher.setup;

import io.github.orgswitcher.settings.SwitcherConfig;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Whether the switcher follows the session's cookie. In a session Keycloak's own list of organizations comes before any
 * required action, so that nothing but a step in the flow can carry the session's organization past it.
 */
final class SwitcherInBrowserFlow implements SetupCheck {

    @Override
    public Stream<SetupWarning> warnings(KeycloakSession session, RealmModel realm, SetupState state) {
        if (!state.enabled() && state.identityProviders().isEmpty()) {
            return Stream.empty();
        }
        return new UsedFlows(session, realm)
                .browser()
                .filter(flow -> stopsAtCookie(realm, flow.getId()))
                .map(AuthenticationFlowModel::getAlias)
                .map(alias -> SetupWarning.of(SetupWarningCode.BROWSER_FLOW_WITHOUT_SWITCHER, alias));
    }

    /** Whether another step than the switcher, or none, comes after an enabled cookie. */
    private static boolean stopsAtCookie(RealmModel realm, String flowId) {
        List<AuthenticationExecutionModel> steps = new FlowSteps(realm, flowId).enabled();
        return IntStream.range(0, steps.size()).anyMatch(index -> {
            AuthenticationExecutionModel step = steps.get(index);
            return step.isAuthenticatorFlow()
                    ? stopsAtCookie(realm, step.getFlowId())
                    : FlowSteps.COOKIE.equals(step.getAuthenticator())
                            && (index + 1 == steps.size() || !isSwitcher(steps.get(index + 1)));
        });
    }

    private static boolean isSwitcher(AuthenticationExecutionModel step) {
        return SwitcherConfig.PROVIDER_ID.equals(step.getAuthenticator());
    }
}
