package io.github.orgswitcher.platform.flow;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;
import java.util.Set;
import org.keycloak.authentication.authenticators.broker.AbstractIdpAuthenticator;
import org.keycloak.authentication.authenticators.broker.IdpAutoLinkAuthenticatorFactory;
import org.keycloak.authentication.authenticators.broker.IdpEmailVerificationAuthenticatorFactory;
import org.keycloak.authentication.authenticators.broker.IdpUsernamePasswordFormFactory;
import org.keycloak.authentication.authenticators.broker.util.ExistingUserInfo;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.ErrorPage;
import org.keycloak.services.messages.Messages;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * A link to an identity provider that an account has got just now, in a first login whose flow has taken the account for what
 * the provider has told, and asked for no proof at that step.
 *
 * @param session the session of the request
 * @param login the login
 */
public record AutomaticLink(KeycloakSession session, AuthenticationSessionModel login) {

    private static final String NAME_TYPED = "org-switcher.name-typed";

    /** Keycloak's steps that ask for a proof of the account before it is linked. */
    private static final Set<String> PROOFS =
            Set.of(IdpUsernamePasswordFormFactory.PROVIDER_ID, IdpEmailVerificationAuthenticatorFactory.PROVIDER_ID);

    /**
     * Finds it while it is being made.
     *
     * @param session the session of the request
     * @param provider the alias of the provider that an account is being linked to
     * @return the link; empty where another step than Keycloak's for automatic links has found or made the account
     */
    public static Optional<AutomaticLink> of(KeycloakSession session, String provider) {
        return Optional.ofNullable(session.getContext().getAuthenticationSession())
                .filter(login ->
                        provider.equals(login.getAuthNote(AbstractIdpAuthenticator.FIRST_BROKER_LOGIN_SUCCESS)))
                .filter(login ->
                        new LoginProof(login).steps().anyMatch(IdpAutoLinkAuthenticatorFactory.PROVIDER_ID::equals))
                .map(login -> new AutomaticLink(session, login));
    }

    /**
     * Whether the same login has proven the account in a way of its own.
     *
     * @return whether a page of Keycloak's has accepted a first factor of the account's, or its mailbox was proven to one
     */
    public boolean isProven() {
        LoginProof proof = new LoginProof(login);
        return proof.isByFirstFactor() || proof.steps().anyMatch(PROOFS::contains);
    }

    /**
     * What the account was found by.
     *
     * @return the name of the attribute that the account and the provider's word have in common; empty where no step of
     *     Keycloak's has found it
     */
    public Optional<String> foundBy() {
        return found().map(ExistingUserInfo::getDuplicateAttributeName);
    }

    /**
     * Whether the person has typed the name that the account was found by, in place of the provider's.
     *
     * @return whether it is so, however often Keycloak's page about a new account came
     */
    public boolean isNameTyped() {
        return login.getClientNote(NAME_TYPED) != null;
    }

    /**
     * The person has typed a name in place of the provider's, on Keycloak's page about a new account.
     *
     * @param login the login
     */
    public static void nameTyped(AuthenticationSessionModel login) {
        login.setClientNote(NAME_TYPED, String.valueOf(true));
    }

    /**
     * Tells the person that there is an account already, in Keycloak's own words.
     *
     * @return what has to be thrown for that
     */
    public RuntimeException refusal() {
        return refusal(
                Messages.FEDERATED_IDENTITY_EXISTS,
                found().map(ExistingUserInfo::getDuplicateAttributeName).orElse(UserModel.USERNAME),
                found().map(ExistingUserInfo::getDuplicateAttributeValue).orElse(""));
    }

    private Optional<ExistingUserInfo> found() {
        return Optional.ofNullable(login.getAuthNote(AbstractIdpAuthenticator.EXISTING_USER_INFO))
                .map(ExistingUserInfo::deserialize);
    }

    /**
     * Has nothing of the request written, and Keycloak show its page for errors.
     *
     * @param messageKey the key of what the page says; its parameter is the provider, as people know it
     * @param provider the provider
     * @return what has to be thrown for that
     */
    public RuntimeException refusal(String messageKey, IdentityProviderModel provider) {
        return refusal(messageKey, (Object) KeycloakModelUtils.getIdentityProviderDisplayName(session, provider));
    }

    private RuntimeException refusal(String messageKey, Object... parameters) {
        session.getTransactionManager().setRollbackOnly();
        return new Refusal(ErrorPage.error(session, login, Status.BAD_REQUEST, messageKey, parameters));
    }

    /** Keycloak logs what ends a first login; where it was thrown says nothing here. */
    private static final class Refusal extends WebApplicationException {

        private static final long serialVersionUID = 1L;

        Refusal(Response page) {
            super("an automatic link was refused", page);
        }

        @Override
        public Throwable fillInStackTrace() {
            return this;
        }
    }
}
