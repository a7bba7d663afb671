package io.github.orgswitcher.lifecycle;

import io.github.orgswitcher.platform.LinkedProviders;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.organization.OrganizationProvider;

/**
 * The identity providers of an organization that is about to be removed. They stay, as nobody's own, and what they say would
 * then count everywhere; yet whoever may remove one organization need not be who may manage identity providers. So they lose
 * <em>Trust email</em>, until somebody who may switches it on again.
 */
final class ProvidersLeftBehind {

    private static final Logger LOG = Logger.getLogger(ProvidersLeftBehind.class);

    private final KeycloakSession session;
    private final LinkedProviders links;

    ProvidersLeftBehind(KeycloakSession session) {
        this.session = session;
        this.links = new LinkedProviders(session);
    }

    /**
     * Before the organizations go, and the links with them.
     *
     * @param orgIds ids of organizations of the realm in the session's context
     */
    void distrust(Collection<String> orgIds) {
        OrganizationProvider organizations = session.getProvider(OrganizationProvider.class);
        orgIds.stream()
                .flatMap(orgId -> Optional.ofNullable(organizations.getById(orgId)).stream())
                .forEach(this::distrust);
    }

    private void distrust(OrganizationModel organization) {
        List<IdentityProviderModel> own = organization
                .getIdentityProviders()
                .filter(provider -> Boolean.TRUE.equals(provider.isTrustEmail()))
                .filter(provider -> links.ownerOf(provider)
                        .filter(organization.getId()::equals)
                        .isPresent())
                .toList();
        own.forEach(provider -> {
            provider.setTrustEmail(false);
            session.identityProviders().update(provider);
            LOG.warnf(
                    "Identity provider %s was the own one of organization %s, which is removed: its Trust email is off now",
                    provider.getAlias(), organization.getAlias());
        });
    }
}
