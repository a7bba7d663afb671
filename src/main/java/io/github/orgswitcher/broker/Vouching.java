package io.github.orgswitcher.broker;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;

/** Whether an identity provider would vouch for an address. */
public final class Vouching {

    private Vouching() {}

    /**
     * Whether it would.
     *
     * @param session the Keycloak session, with the realm in its context
     * @param provider the provider
     * @param claim what the claim would be that its rule asks for; null where it would not be there
     * @param email the address
     * @return whether the realm trusts the provider with addresses, and its rule is met
     */
    public static boolean isGiven(
            KeycloakSession session, IdentityProviderModel provider, @Nullable String claim, String email) {
        return Boolean.TRUE.equals(provider.isTrustEmail())
                && rules(session, provider.getAlias()).allMatch(rule -> rule.isMet(claim, email));
    }

    /** The rules of a provider's mappers. */
    static Stream<EmailRule> rules(KeycloakSession session, String alias) {
        return session.identityProviders()
                .getMappersByAliasStream(alias)
                .filter(mapper -> EmailAuthorityMapper.PROVIDER_ID.equals(mapper.getIdentityProviderMapper()))
                .map(mapper -> EmailRule.of(mapper.getConfig()));
    }
}
