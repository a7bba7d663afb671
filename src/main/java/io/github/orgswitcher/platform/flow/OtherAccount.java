package io.github.orgswitcher.platform.flow;

import org.jspecify.annotations.Nullable;
import org.keycloak.OAuth2Constants;
import org.keycloak.constants.AdapterConstants;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.util.TokenUtil;

/**
 * Where a login begins that is started over because somebody else is signed in. What has led to the wrong account would lead there
 * again: the application's hints at a provider and at a person, and the session at the provider, which asks for the account only
 * where it is told to. Keycloak hands the request's {@code prompt} on to providers that have none of their own.
 */
public final class OtherAccount {

    /** What the application itself has asked for; empty where it has asked for nothing. */
    private static final String ASKED = "org-switcher.asked-prompt";

    private static final String SELECT = OIDCLoginProtocol.PROMPT_VALUE_SELECT_ACCOUNT;

    private final AuthenticationSessionModel login;

    /**
     * The notes of a login.
     *
     * @param login the login, in which somebody is signed in
     */
    public OtherAccount(AuthenticationSessionModel login) {
        this.login = login;
    }

    /** Has a login that is started over from here ask for the account. */
    public void askFor() {
        String prompt = login.getClientNote(OAuth2Constants.PROMPT);
        if (login.getClientNote(ASKED) == null) {
            login.setClientNote(ASKED, prompt == null ? "" : prompt);
        }
        if (!TokenUtil.hasPrompt(prompt, SELECT)) {
            login.setClientNote(OAuth2Constants.PROMPT, prompt == null ? SELECT : prompt + " " + SELECT);
        }
        login.removeClientNote(AdapterConstants.KC_IDP_HINT);
        login.removeClientNote(OIDCLoginProtocol.LOGIN_HINT_PARAM);
    }

    /**
     * What the application has asked for.
     *
     * @return its {@code prompt}, without what {@link #askFor()} has added; null where it has none
     */
    public @Nullable String askedPrompt() {
        String asked = login.getClientNote(ASKED);
        if (asked == null) {
            return login.getClientNote(OAuth2Constants.PROMPT);
        }
        return asked.isEmpty() ? null : asked;
    }
}
