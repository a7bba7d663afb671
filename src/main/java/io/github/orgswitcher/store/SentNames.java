package io.github.orgswitcher.store;

import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.organization.OrganizationProvider;

/**
 * Finds in Keycloak what anybody may have named. What no database can hold, or this one not compare, names nothing, and is not asked
 * for: Keycloak would fail.
 *
 * @param session the Keycloak session, with the realm in its context
 */
public record SentNames(KeycloakSession session) {

    /**
     * An organization by its id.
     *
     * @param id the id, from anywhere
     * @return the organization of this realm
     */
    public Optional<OrganizationModel> organization(String id) {
        try {
            return comparable(id).map(organizations()::getById);
        } catch (ModelException e) {
            // Keycloak's way to say that it belongs to another realm.
            return Optional.empty();
        }
    }

    /**
     * An organization by its alias.
     *
     * @param alias the alias, from anywhere
     * @return the organization
     */
    public Optional<OrganizationModel> organizationOf(String alias) {
        return comparable(alias).map(organizations()::getByAlias);
    }

    /**
     * An identity provider.
     *
     * @param alias the alias, from anywhere
     * @return the provider
     */
    public Optional<IdentityProviderModel> identityProvider(String alias) {
        return comparable(alias).map(session.identityProviders()::getByAlias);
    }

    /**
     * An application.
     *
     * @param clientId its client id, from anywhere
     * @return the client
     */
    public Optional<ClientModel> client(String clientId) {
        RealmModel realm = session.getContext().getRealm();
        return comparable(clientId).map(realm::getClientByClientId);
    }

    private Optional<String> comparable(String text) {
        return Optional.of(text).filter(OrgSwitcherStore.of(session)::isComparable);
    }

    private OrganizationProvider organizations() {
        return session.getProvider(OrganizationProvider.class);
    }
}
