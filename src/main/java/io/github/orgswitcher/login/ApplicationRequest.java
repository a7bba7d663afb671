package io.github.orgswitcher.login;

import io.github.orgswitcher.decision.SignIn;
import io.github.orgswitcher.decision.SignIn.Request;
import io.github.orgswitcher.decision.SignInKind;
import io.github.orgswitcher.membership.Occasion;
import io.github.orgswitcher.platform.flow.AskedAction;
import io.github.orgswitcher.platform.flow.InvitationLink;
import io.github.orgswitcher.platform.flow.OtherAccount;
import io.github.orgswitcher.platform.flow.PassiveSaml;
import io.github.orgswitcher.settings.SwitcherConfig;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.util.TokenUtil;

/**
 * What an application's authorization request says to the switcher.
 *
 * @param clientId the application
 * @param scope the parameter {@code scope}; null where there is none, as in SAML
 * @param prompt the parameter {@code prompt}; null where there is none
 * @param action the action in the parameter {@code kc_action}; null where there is none
 * @param actionParameter what follows the action's name and a colon; null where there is nothing
 * @param invited whether it comes from an invitation's mail
 */
public record ApplicationRequest(
        String clientId,
        @Nullable String scope,
        @Nullable String prompt,
        @Nullable String action,
        @Nullable String actionParameter,
        boolean invited) {

    private static final String VALUE_SEPARATOR = ":";

    /** Values of {@code prompt}, from OpenID Connect Core 1.0, section 3.1.2.1. */
    private static final String NO_PAGE = "none";

    private static final String SELECT = "select_account";

    /**
     * The request that started a login.
     *
     * @param session the session of the request that the login has come to
     * @param authSession the authentication session
     * @return its request
     */
    static ApplicationRequest of(KeycloakSession session, AuthenticationSessionModel authSession) {
        AskedAction asked = new AskedAction(authSession);
        // Where the required action is off, Keycloak does not run it on anybody's wish.
        boolean granted = Occasion.isActionEnabled(authSession.getRealm());
        return new ApplicationRequest(
                authSession.getClient().getClientId(),
                authSession.getClientNote(OAuth2Constants.SCOPE),
                PassiveSaml.isUnderWay(session, authSession) ? NO_PAGE : new OtherAccount(authSession).askedPrompt(),
                granted ? asked.id() : null,
                asked.parameter(),
                new InvitationLink(authSession).isFollowed());
    }

    /**
     * The request with these parameters.
     *
     * @param clientId the application
     * @param scope the parameter {@code scope}; null where there is none
     * @param prompt the parameter {@code prompt}; null where there is none
     * @param kcAction the parameter {@code kc_action}; null where there is none
     * @return the request
     */
    public static ApplicationRequest of(
            String clientId, @Nullable String scope, @Nullable String prompt, @Nullable String kcAction) {
        String[] parts = kcAction == null ? new String[] {null} : kcAction.split(VALUE_SEPARATOR, -1);
        return new ApplicationRequest(clientId, scope, prompt, parts[0], parts.length > 1 ? parts[1] : null, false);
    }

    /**
     * What the login and the application say.
     *
     * @param session a Keycloak session whose context has the application: its client scopes tell which of the scopes
     *     name organizations
     * @param kind how the person signed in
     * @return both together
     */
    public SignIn signIn(KeycloakSession session, SignInKind kind) {
        RequestedScope requested = new RequestedScope(session, scope);
        List<String> aliases = requested.aliases();
        String byAction = isAction() ? actionParameter : null;
        String byScope = byAction == null && aliases.size() == 1 ? aliases.get(0) : null;
        return new SignIn(
                kind,
                clientId,
                request(),
                byScope == null ? byAction : byScope,
                byScope != null,
                requested.asksForAll() || aliases.size() > 1,
                isSilent(),
                false);
    }

    /** Whether no page may be shown. */
    boolean isSilent() {
        return TokenUtil.hasPrompt(prompt, NO_PAGE);
    }

    /** Whether the application has asked for the switcher itself. */
    boolean isAction() {
        return SwitcherConfig.PROVIDER_ID.equals(action);
    }

    private Request request() {
        if (isAction()) {
            return Request.ACTION;
        }
        if (invited) {
            return Request.INVITATION;
        }
        return TokenUtil.hasPrompt(prompt, SELECT) ? Request.SELECT : Request.NONE;
    }
}
