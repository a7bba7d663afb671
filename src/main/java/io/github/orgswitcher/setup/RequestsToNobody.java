package io.github.orgswitcher.setup;

import io.github.orgswitcher.people.Managers;
import io.github.orgswitcher.settings.SwitcherConfig;
import io.github.orgswitcher.store.RealmStore;
import java.util.Objects;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.organization.OrganizationProvider;

/** Whether somebody is told of requests to join: an organization's managers, or whoever reads the realm's own address. */
final class RequestsToNobody implements SetupCheck {

    /** Organizations that are looked at, of those that people ask to join. */
    private static final int LOOKED_AT = 200;

    /** Organizations that are told of. */
    private static final int MOST = 20;

    @Override
    public Stream<SetupWarning> warnings(KeycloakSession session, RealmModel realm, SetupState state) {
        return state.organizationsEnabled()
                        && SwitcherConfig.of(session, realm).requestsTo().isEmpty()
                ? untold(session, realm)
                : Stream.empty();
    }

    private static Stream<SetupWarning> untold(KeycloakSession session, RealmModel realm) {
        OrganizationProvider organizations = session.getProvider(OrganizationProvider.class);
        Managers managers = new Managers(session);
        return RealmStore.of(session, realm).policies().asked(LOOKED_AT).stream()
                .map(organizations::getById)
                .filter(Objects::nonNull)
                .filter(organization -> managers.first(organization).isEmpty())
                .limit(MOST)
                .map(OrganizationModel::getAlias)
                .map(alias -> SetupWarning.of(SetupWarningCode.REQUESTS_REACH_NOBODY, alias));
    }
}
