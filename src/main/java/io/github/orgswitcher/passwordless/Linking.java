package io.github.orgswitcher.passwordless;

import io.github.orgswitcher.domain.EmailAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.authentication.authenticators.broker.AbstractIdpAuthenticator;
import org.keycloak.authentication.authenticators.broker.IdpCreateUserIfUniqueAuthenticatorFactory;
import org.keycloak.authentication.authenticators.broker.util.SerializedBrokeredIdentityContext;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.broker.provider.IdentityProviderMapper;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * A first login at an identity provider that has met an account with the same address. Where that account has never proven
 * the address, its owner gets a new one, as if there had been none: with what the provider tells, and linked to it.
 */
final class Linking {

    private static final Set<String> OWN = Set.of(UserModel.USERNAME, UserModel.EMAIL);

    private final AuthenticationFlowContext context;
    private final @Nullable SerializedBrokeredIdentityContext identity;

    Linking(AuthenticationFlowContext context) {
        this.context = context;
        this.identity = SerializedBrokeredIdentityContext.readFromAuthenticationSession(
                context.getAuthenticationSession(), AbstractIdpAuthenticator.BROKERED_CONTEXT_NOTE);
    }

    /** Whether the flow makes accounts, and would make one with this address. */
    boolean makes(EmailAddress address) {
        return identity != null
                && EmailAddress.typed(identity.getEmail())
                        .filter(address::equals)
                        .isPresent()
                && AuthenticatorUtil.getExecutionsByType(
                                context.getRealm(),
                                context.getTopLevelFlow().getId(),
                                IdpCreateUserIfUniqueAuthenticatorFactory.PROVIDER_ID)
                        .stream()
                        .anyMatch(AuthenticationExecutionModel::isEnabled);
    }

    /** The provider, as people know it; null where nothing is to be linked. */
    @Nullable
    String provider() {
        return identity == null
                ? null
                : Optional.ofNullable(
                                context.getSession().identityProviders().getByAlias(identity.getIdentityProviderId()))
                        .map(provider ->
                                KeycloakModelUtils.getIdentityProviderDisplayName(context.getSession(), provider))
                        .orElse(identity.getIdentityProviderId());
    }

    /** What the provider, and the person on Keycloak's page about it, have told for a new account. */
    Map<String, List<String>> attributes() {
        return identity == null
                ? Map.of()
                : identity.getAttributes().entrySet().stream()
                        .filter(attribute -> !OWN.contains(attribute.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Has the provider's mappers do for a new account what they do for one that Keycloak makes. */
    void filled(UserModel account) {
        context.getAuthenticationSession().removeAuthNote(AbstractIdpAuthenticator.EXISTING_USER_INFO);
        if (identity == null) {
            return;
        }
        KeycloakSession session = context.getSession();
        BrokeredIdentityContext brokered = identity.deserialize(session, context.getAuthenticationSession());
        session.identityProviders()
                .getMappersByAliasStream(brokered.getIdpConfig().getAlias())
                .forEach(mapper -> {
                    IdentityProviderMapper factory = (IdentityProviderMapper) session.getKeycloakSessionFactory()
                            .getProviderFactory(IdentityProviderMapper.class, mapper.getIdentityProviderMapper());
                    factory.importNewUser(session, context.getRealm(), account, mapper, brokered);
                });
    }
}
