package io.github.orgswitcher.membership;

import io.github.orgswitcher.policy.PolicySettings;
import io.github.orgswitcher.policy.PolicyValues;
import io.github.orgswitcher.settings.SwitcherConfig;
import io.github.orgswitcher.store.JoinPolicies;
import io.github.orgswitcher.store.RealmStore;
import io.github.orgswitcher.store.Source;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;

/** Has whoever creates an organization manage it, where the realm wants that: its policy names a group that is made for it. */
final class FirstManager {

    private static final String GROUP = "managers";

    private final KeycloakSession session;

    FirstManager(KeycloakSession session) {
        this.session = session;
    }

    /** The organization is new, and the creator is its member. */
    void appoint(OrganizationModel organization, UserModel creator) {
        RealmModel realm = session.getContext().getRealm();
        if (!SwitcherConfig.of(session, realm).creation().creatorManages()) {
            return;
        }
        creator.joinGroup(session.getProvider(OrganizationProvider.class).createGroup(organization, GROUP, null));
        JoinPolicies policies = RealmStore.of(session, realm).policies();
        PolicyValues values = policies.of(organization.getId()).api();
        policies.save(
                organization.getId(), Source.API, values.with(PolicySettings.MANAGER_GROUP, Optional.of("/" + GROUP)));
    }
}
