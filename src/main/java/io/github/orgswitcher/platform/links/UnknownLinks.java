package io.github.orgswitcher.platform.links;

import io.github.orgswitcher.domain.EmailDomain;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * A Keycloak that links providers in a way that is not known here. It closes: a provider's word opens no organization, and
 * nobody signs in by email past what may be an organization's own provider.
 */
public final class UnknownLinks implements ProviderLinks {

    /** No organization has this id. */
    private static final String NOBODY = "-unknown-";

    @Override
    public String version() {
        return "unknown";
    }

    @Override
    public Optional<String> ownerOf(KeycloakSession session, IdentityProviderModel provider) {
        return Optional.of(NOBODY);
    }

    /** The kind that is asked by default, and to whom nothing is open. */
    @Override
    public boolean isEnterprise(KeycloakSession session, IdentityProviderModel provider, @Nullable UserModel person) {
        return false;
    }

    @Override
    public Home homeOf(KeycloakSession session, EmailDomain domain) {
        return HeldDomain.of(session, domain).findAny().isPresent() ? new Home.Unknown() : Home.NONE;
    }

    @Override
    public List<AutoMembership> autoMemberships(KeycloakSession session, EmailDomain domain) {
        return List.of();
    }

    @Override
    public List<LinkRemark> remarks(KeycloakSession session) {
        return List.of();
    }
}
