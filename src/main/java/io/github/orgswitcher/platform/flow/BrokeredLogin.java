package io.github.orgswitcher.platform.flow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** A first login at an identity provider, in the flow that finds or makes the account to be linked. */
public final class BrokeredLogin {

    private final AuthenticationFlowContext context;
    private final SerializedBrokeredIdentityContext identity;

    private BrokeredLogin(AuthenticationFlowContext context, SerializedBrokeredIdentityContext identity) {
        this.context = context;
        this.identity = identity;
    }

    /**
     * Finds it.
     *
     * @param context what Keycloak hands to a step of it
     * @return the login; empty where it is another
     */
    public static Optional<BrokeredLogin> of(AuthenticationFlowContext context) {
        return Optional.ofNullable(SerializedBrokeredIdentityContext.readFromAuthenticationSession(
                        context.getAuthenticationSession(), AbstractIdpAuthenticator.BROKERED_CONTEXT_NOTE))
                .map(identity -> new BrokeredLogin(context, identity));
    }

    /**
     * The account that an earlier step has found by what the provider tells.
     *
     * @return the account
     */
    public Optional<UserModel> existing() {
        return Optional.ofNullable(
                        context.getAuthenticationSession().getAuthNote(AbstractIdpAuthenticator.EXISTING_USER_INFO))
                .map(found -> AbstractIdpAuthenticator.getExistingUser(
                        context.getSession(), context.getRealm(), context.getAuthenticationSession()));
    }

    /**
     * The address that the account would have.
     *
     * @return what the provider, or the person on Keycloak's page about it, has told
     */
    public Optional<String> email() {
        return Optional.ofNullable(identity.getEmail());
    }

    /**
     * What was told for a new account.
     *
     * @return the attributes, with name and address among them
     */
    public Map<String, List<String>> attributes() {
        return identity.getAttributes();
    }

    /**
     * The provider, as people know it.
     *
     * @return its display name, or else its alias
     */
    public String provider() {
        KeycloakSession session = context.getSession();
        return Optional.ofNullable(session.identityProviders().getByAlias(identity.getIdentityProviderId()))
                .map(provider -> KeycloakModelUtils.getIdentityProviderDisplayName(session, provider))
                .orElse(identity.getIdentityProviderId());
    }

    /**
     * Whether the flow makes accounts.
     *
     * @return whether Keycloak's step that does is in it, at any depth, and enabled
     */
    public boolean makesAccounts() {
        return AuthenticatorUtil.getExecutionsByType(
                        context.getRealm(),
                        context.getTopLevelFlow().getId(),
                        IdpCreateUserIfUniqueAuthenticatorFactory.PROVIDER_ID)
                .stream()
                .anyMatch(AuthenticationExecutionModel::isEnabled);
    }

    /**
     * Has a new account linked in place of the existing one. The provider's mappers do for it what they do for one that
     * Keycloak makes.
     *
     * @param account the account
     */
    public void linkInstead(UserModel account) {
        context.getAuthenticationSession().removeAuthNote(AbstractIdpAuthenticator.EXISTING_USER_INFO);
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
