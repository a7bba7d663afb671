package io.github.orgswitcher.platform;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.authenticators.broker.util.PostBrokerLoginConstants;
import org.keycloak.authentication.authenticators.broker.util.SerializedBrokeredIdentityContext;
import org.keycloak.broker.oidc.mappers.AbstractClaimMapper;
import org.keycloak.broker.provider.AbstractIdentityProvider;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.events.Details;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.IdentityProviderSyncMode;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.representations.IDToken;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * An email address that an identity provider which the realm trusts with addresses has itself named in a login.
 *
 * @param provider the provider
 * @param email the address
 */
public record ProviderWord(IdentityProviderModel provider, String email) {

    /**
     * Keycloak keeps what stands beside the claims for the rest of a first login. As a note of the login itself, it outlives what
     * Keycloak empties between the flows, and reaches who sees nothing of the provider's claims.
     */
    private static final String DENIED = "org-switcher.denied";

    /** Outlives what Keycloak empties when the person goes back to its page about a new account. */
    private static final String TYPED = "org-switcher.typed";

    /**
     * The word of the provider whose post-broker-login flow a login is in.
     *
     * @param session the Keycloak session
     * @param login the login
     * @return the word; empty where the login is in no such flow, the provider has named no address or has not verified it, or
     *     the realm does not trust it
     */
    public static Optional<ProviderWord> after(KeycloakSession session, AuthenticationSessionModel login) {
        SerializedBrokeredIdentityContext identity = SerializedBrokeredIdentityContext.readFromAuthenticationSession(
                login, PostBrokerLoginConstants.PBL_BROKERED_IDENTITY_CONTEXT);
        return identity == null || identity.getEmail() == null || isTyped(login)
                ? Optional.empty()
                : trusted(session, identity.getIdentityProviderId())
                        .filter(provider -> !isDoubted(session, login, identity))
                        .map(provider -> new ProviderWord(provider, identity.getEmail()));
    }

    /**
     * The word of the provider that has changed an account's address in this request and left it verified. With the sync mode
     * FORCE, Keycloak marks the address anew then, as the provider says.
     *
     * @param session the Keycloak session
     * @param login the login
     * @param user the account, of which it is known that its address is another one than before the request
     * @return the word; empty where no such provider is at work
     */
    public static Optional<ProviderWord> forced(
            KeycloakSession session, AuthenticationSessionModel login, UserModel user) {
        return user.getEmail() == null || !user.isEmailVerified() || isTyped(login) || isDeniedIn(login)
                ? Optional.empty()
                : trusted(session, login.getUserSessionNotes().get(Details.IDENTITY_PROVIDER))
                        .filter(provider -> provider.getSyncMode() == IdentityProviderSyncMode.FORCE)
                        .map(provider -> new ProviderWord(provider, user.getEmail()));
    }

    /**
     * Takes the word back that a provider gives in a login, until the login's end: it has named the address, and does not vouch
     * for it. Where one provider is asked on the way to another, the word of neither is told from the other's afterwards.
     *
     * @param identity what the provider has said; a token exchange has no login
     */
    public static void deny(BrokeredIdentityContext identity) {
        identity.getContextData().put(DENIED, String.valueOf(true));
        AuthenticationSessionModel login = identity.getAuthenticationSession();
        if (login != null) {
            login.setClientNote(DENIED, String.valueOf(true));
        }
    }

    /**
     * Whether the word was taken back.
     *
     * @param identity what the provider has said
     * @return whether it was, in this login
     */
    public static boolean isDenied(BrokeredIdentityContext identity) {
        return identity.getContextData().containsKey(DENIED);
    }

    /**
     * Whether a provider's word was taken back in a login.
     *
     * @param login the login; null for none
     * @return whether it was, of any provider
     */
    public static boolean isDeniedIn(@Nullable AuthenticationSessionModel login) {
        return login != null && login.getClientNote(DENIED) != null;
    }

    /**
     * The person has typed an address in place of the provider's, on Keycloak's page about a new account.
     *
     * @param login the login
     */
    public static void typed(AuthenticationSessionModel login) {
        login.setClientNote(TYPED, String.valueOf(true));
    }

    /**
     * Has Keycloak leave a new account's address unverified, as one that the person has typed.
     *
     * @param login the login that has made the account
     */
    public static void leaveUnverified(AuthenticationSessionModel login) {
        login.setAuthNote(AbstractIdentityProvider.UPDATE_PROFILE_EMAIL_CHANGED, String.valueOf(true));
    }

    private static Optional<IdentityProviderModel> trusted(KeycloakSession session, @Nullable String alias) {
        return Optional.ofNullable(alias)
                .map(session.identityProviders()::getByAlias)
                .filter(provider -> provider.isEnabled() && Boolean.TRUE.equals(provider.isTrustEmail()));
    }

    /**
     * Whether the person has typed another address than a provider has named: Keycloak's page about a new account puts it in that
     * one's place. Where the page comes once more, Keycloak itself takes what was typed before for the provider's.
     *
     * @param login the login
     * @return whether it is so, however often the page came
     */
    public static boolean isTyped(AuthenticationSessionModel login) {
        return login.getClientNote(TYPED) != null
                || Boolean.parseBoolean(login.getAuthNote(AbstractIdentityProvider.UPDATE_PROFILE_EMAIL_CHANGED));
    }

    /** As Keycloak reads it: whatever is not true is false, and nothing said is as good as true. */
    private static boolean isDoubted(
            KeycloakSession session, AuthenticationSessionModel login, SerializedBrokeredIdentityContext identity) {
        BrokeredIdentityContext said = identity.deserialize(session, login);
        Object verified = AbstractClaimMapper.getClaimValue(said, IDToken.EMAIL_VERIFIED);
        return isDenied(said) || verified != null && !Boolean.parseBoolean(verified.toString());
    }
}
