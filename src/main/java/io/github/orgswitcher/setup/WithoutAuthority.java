package io.github.orgswitcher.setup;

import io.github.orgswitcher.broker.EmailAuthorityMapper;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.IdentityProviderMapperModel;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Whether each identity provider that people come by has the mapper that says how far its word goes, in a realm where people
 * come to the switcher or sign in by email. Without it nothing keeps a provider from bringing an address back that an account has lost
 * to its owner.
 */
final class WithoutAuthority implements SetupCheck {

    @Override
    public Stream<SetupWarning> warnings(KeycloakSession session, RealmModel realm, SetupState state) {
        if (!state.isInUse() || !session.identityProviders().isIdentityFederationEnabled()) {
            return Stream.empty();
        }
        Set<String> having = session.identityProviders()
                .getMappersStream()
                .filter(mapper -> EmailAuthorityMapper.PROVIDER_ID.equals(mapper.getIdentityProviderMapper()))
                .map(IdentityProviderMapperModel::getIdentityProviderAlias)
                .collect(Collectors.toSet());
        return session.identityProviders()
                .getAllStream()
                .filter(provider -> provider.isEnabled() && !Boolean.TRUE.equals(provider.isLinkOnly()))
                .map(IdentityProviderModel::getAlias)
                .filter(alias -> !having.contains(alias))
                .sorted()
                .map(alias -> SetupWarning.of(SetupWarningCode.PROVIDER_WITHOUT_EMAIL_AUTHORITY, alias));
    }
}
