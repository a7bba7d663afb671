package io.github.orgswitcher.authority;

import io.github.orgswitcher.platform.LinkedProviders;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** For which organizations the identity providers of a realm speak. */
record ProviderOwners(KeycloakSession session, RealmModel realm) {

    /** The organization that a provider speaks for; empty for one that is nobody's own. */
    Optional<String> of(IdentityProviderModel provider) {
        return new LinkedProviders(session).ownerOf(provider);
    }

    /** A provider by its alias; empty for none, or for one that is not there. */
    Optional<IdentityProviderModel> provider(@Nullable String alias) {
        return Optional.ofNullable(alias).map(session.identityProviders()::getByAlias);
    }

    /** Whether an account is linked to an organization's own provider, other than the one of this alias. */
    boolean has(UserModel user, @Nullable String exceptAlias) {
        return isAny(session.users()
                .getFederatedIdentitiesStream(realm, user)
                .map(FederatedIdentityModel::getIdentityProvider)
                .filter(alias -> !alias.equals(exceptAlias)));
    }

    /** Whether one of these providers is an organization's own. */
    boolean isAny(Stream<String> aliases) {
        return aliases.flatMap(alias -> provider(alias).stream())
                .anyMatch(provider -> of(provider).isPresent());
    }
}
