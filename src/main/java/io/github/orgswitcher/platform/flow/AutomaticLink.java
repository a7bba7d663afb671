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
import org.keycloak.authentication.authenticators.browser.PasswordFormFactory;
import org.keycloak.authentication.authenticators.browser.UsernamePasswordFormFactory;
import org.keycloak.authentication.authenticators.browser.WebAuthnPasswordlessAuthenticatorFactory;
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
 * @param provider the provider
 */
public record AutomaticLink(KeycloakSession session, AuthenticationSessionModel login, IdentityProviderModel provider) {

    private static final String NAME_TYPED = "org-switcher.name-typed";
    private static final String MADE = "org-switcher.linked-by-itself";

    /** Keycloak's steps that ask for a proof of the account. */
    private static final Set<String> PROOFS = Set.of(
            IdpUsernamePasswordFormFactory.PROVIDER_ID,
            IdpEmailVerificationAuthenticatorFactory.PROVIDER_ID,
            PasswordFormFactory.PROVIDER_ID,
            UsernamePasswordFormFactory.PROVIDER_ID,
            WebAuthnPasswordlessAuthenticatorFactory.PROVIDER_ID);

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
                .flatMap(
                        login -> Optional.ofNullable(session.identityProviders().getByAlias(provider))
                                .map(known -> new AutomaticLink(session, login, known)));
    }

    /**
     * Whether the first login itself has proven the account in a way of the account's own. What other flows of the login have
     * accepted may be somebody else's.
     *
     * @return whether a page of Keycloak's has accepted a first factor of the account's, or its mailbox was proven to one
     */
    public boolean isProven() {
        String flowId = Optional.ofNullable(provider.getFirstBrokerLoginFlowId())
                .orElseGet(() -> login.getRealm().getFirstBrokerLoginFlow().getId());
        return new LoginProof(login).stepsOf(flowId).anyMatch(PROOFS::contains);
    }

    /** Notes, for the rest of the login, that nothing but the provider's word has led to the account. */
    public void believe() {
        login.setClientNote(MADE, String.valueOf(true));
    }

    /**
     * Whether a login has linked an account by itself.
     *
     * @param login the login
     * @return whether nothing but a provider's word has led to an account that was linked in it
     */
    public static boolean isIn(AuthenticationSessionModel login) {
        return login.getClientNote(MADE) != null;
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
        return page(
                Messages.FEDERATED_IDENTITY_EXISTS,
                found().map(ExistingUserInfo::getDuplicateAttributeName).orElse(UserModel.USERNAME),
                found().map(ExistingUserInfo::getDuplicateAttributeValue).orElse(""));
    }

    private Optional<ExistingUserInfo> found() {
        return Optional.ofNullable(login.getAuthNote(AbstractIdpAuthenticator.EXISTING_USER_INFO))
                .map(ExistingUserInfo::deserialize);
    }

    /**
     * Has Keycloak show its page for errors, in a request of which nothing may be written.
     *
     * @param messageKey the key of what the page says; its parameter is the provider, as people know it
     * @return what has to be thrown for that
     */
    public RuntimeException refusal(String messageKey) {
        return page(messageKey, KeycloakModelUtils.getIdentityProviderDisplayName(session, provider));
    }

    private RuntimeException page(String messageKey, Object... parameters) {
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
