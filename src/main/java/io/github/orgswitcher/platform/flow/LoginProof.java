package io.github.orgswitcher.platform.flow;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.authentication.authenticators.broker.util.PostBrokerLoginConstants;
import org.keycloak.authentication.authenticators.broker.util.SerializedBrokeredIdentityContext;
import org.keycloak.authentication.authenticators.browser.PasswordFormFactory;
import org.keycloak.authentication.authenticators.browser.UsernamePasswordFormFactory;
import org.keycloak.broker.provider.AbstractIdentityProvider;
import org.keycloak.events.Details;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.sessions.CommonClientSessionModel.ExecutionStatus;

/**
 * What Keycloak has noted of how a login was proven.
 *
 * @param authSession the login
 */
public record LoginProof(AuthenticationSessionModel authSession) {

    private static final Set<String> PASSWORD_PAGES =
            Set.of(UsernamePasswordFormFactory.PROVIDER_ID, PasswordFormFactory.PROVIDER_ID);

    private static final Set<String> FIRST_FACTORS = Set.of(
            WebAuthnCredentialModel.TYPE_PASSWORDLESS, UserCredentialModel.KERBEROS, UserCredentialModel.CLIENT_CERT);

    /**
     * The identity provider that the person has come by. In a post-broker-login flow Keycloak has not yet noted it for the
     * session; afterwards it has.
     *
     * @return its alias; empty where the person has come by none
     */
    public Optional<String> provider() {
        return Optional.ofNullable(SerializedBrokeredIdentityContext.readFromAuthenticationSession(
                        authSession, PostBrokerLoginConstants.PBL_BROKERED_IDENTITY_CONTEXT))
                .map(SerializedBrokeredIdentityContext::getIdentityProviderId)
                .or(() -> Optional.ofNullable(authSession.getUserSessionNotes().get(Details.IDENTITY_PROVIDER)));
    }

    /**
     * Whether the login comes from an identity provider: one has signed the person in, or has just let a new account be made for
     * whoever is signed in there. An account that it was linked to by itself in this very login, it has not proven.
     *
     * @return whether it does
     */
    public boolean isAfterProvider() {
        return !AutomaticLink.isIn(authSession) && isProviderNoted();
    }

    private boolean isProviderNoted() {
        return authSession.getAuthNote(PostBrokerLoginConstants.PBL_BROKERED_IDENTITY_CONTEXT) != null
                || Boolean.parseBoolean(authSession.getAuthNote(AbstractIdentityProvider.BROKER_REGISTERED_NEW_USER));
    }

    /**
     * Whether this very login has accepted a password. Keycloak's page for the name alone, {@code auth-username-form}, inherits
     * the note of the accepted credential from the page for both, so the note says nothing unless a page that asks for the
     * password has succeeded, too.
     *
     * @return whether a page of Keycloak's that asks for a password has accepted one
     */
    public boolean isByPassword() {
        return credentials().contains(PasswordCredentialModel.TYPE)
                && succeeded()
                        .map(AuthenticationExecutionModel::getAuthenticator)
                        .anyMatch(PASSWORD_PAGES::contains);
    }

    /**
     * Whether this very login has accepted a first factor of the account's. A second factor alone is nobody's proof, and neither
     * is sign-in by email.
     *
     * @return whether it has
     */
    public boolean isByFirstFactor() {
        return isByPassword() || credentials().stream().anyMatch(FIRST_FACTORS::contains);
    }

    /**
     * What names the steps that have succeeded in this very login.
     *
     * @return their authenticators' ids, and the values of {@code amr} that the realm has given them
     */
    public Stream<String> steps() {
        return succeeded()
                .flatMap(step -> Stream.of(step.getAuthenticator(), reference(step)))
                .filter(Objects::nonNull);
    }

    private @Nullable String reference(AuthenticationExecutionModel step) {
        AuthenticatorConfigModel config = step.getAuthenticatorConfig() == null
                ? null
                : authSession.getRealm().getAuthenticatorConfigById(step.getAuthenticatorConfig());
        return config == null ? null : config.getConfig().get(Constants.AUTHENTICATION_EXECUTION_REFERENCE_VALUE);
    }

    /**
     * The steps of one flow alone that have succeeded. Keycloak keeps what has succeeded when a login goes from one flow to another,
     * and when it forgets whom that was for.
     *
     * @param flowId the flow, which is no part of another
     * @return their authenticators' ids
     */
    Stream<String> stepsOf(String flowId) {
        return succeeded()
                .filter(step -> flowId.equals(topFlow(step)))
                .map(AuthenticationExecutionModel::getAuthenticator);
    }

    private @Nullable String topFlow(AuthenticationExecutionModel step) {
        RealmModel realm = authSession.getRealm();
        String flowId = step.getParentFlow();
        for (AuthenticationExecutionModel within = realm.getAuthenticationExecutionByFlowId(flowId);
                within != null;
                within = realm.getAuthenticationExecutionByFlowId(flowId)) {
            flowId = within.getParentFlow();
        }
        return flowId;
    }

    /** A flow within the flow has a status, too, and no authenticator. */
    private Stream<AuthenticationExecutionModel> succeeded() {
        return authSession.getExecutionStatus().entrySet().stream()
                .filter(status -> status.getValue() == ExecutionStatus.SUCCESS)
                .map(status -> authSession.getRealm().getAuthenticationExecutionById(status.getKey()))
                .filter(step -> step != null && !step.isAuthenticatorFlow());
    }

    /**
     * The credentials that steps have noted. Keycloak's page for the name alone notes a password, too.
     *
     * @return their types
     */
    public List<String> credentials() {
        return AuthenticatorUtil.getAuthnCredentials(authSession);
    }

    /**
     * Whether a session's cookie has proven it.
     *
     * @return whether it has, for this request or an earlier one of the login
     */
    public boolean isByCookie() {
        return AuthenticatorUtil.isSSOAuthentication(authSession);
    }

    /**
     * Whether Keycloak asks for a whole new login, so that a session's earlier proof says nothing about it.
     *
     * @return whether it does
     */
    public boolean isAskedAnew() {
        return AuthenticatorUtil.isForcedReauthentication(authSession);
    }
}
