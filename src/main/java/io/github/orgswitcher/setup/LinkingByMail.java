package io.github.orgswitcher.setup;

import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Whether Keycloak's own mail links accounts, in a realm where people come to the switcher or sign in by email. It verifies
 * whatever account has the address in place, so that who has prepared one for somebody else keeps the way in, and comes with
 * it into the organizations that the address opens.
 */
final class LinkingByMail implements SetupCheck {

    @Override
    public Stream<SetupWarning> warnings(KeycloakSession session, RealmModel realm, SetupState state) {
        if (!state.isInUse() || !session.identityProviders().isIdentityFederationEnabled()) {
            return Stream.empty();
        }
        return new UsedFlows(session, realm)
                .firstBrokerLogin()
                .filter(flow -> new FlowSteps(realm, flow).run(FlowSteps.LINK_BY_MAIL))
                .map(flow -> SetupWarning.of(SetupWarningCode.FIRST_BROKER_LOGIN_LINKS_BY_MAIL, flow.getAlias()));
    }
}
