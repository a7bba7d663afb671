package io.github.orgswitcher.platform.flow;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.keycloak.WebAuthnConstants;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.browser.WebAuthnConditionalUIAuthenticator;
import org.keycloak.services.managers.AuthenticationManager;

/**
 * Keycloak's passkeys on a page of ours, as on its own page that asks for a name: the browser offers them at the field, and a button
 * does. The templates of Keycloak's base theme have both, and its own authenticator checks what comes back.
 */
public final class Passkeys {

    private final AuthenticationFlowContext context;
    private final WebAuthnConditionalUIAuthenticator authenticator;

    /**
     * Passkeys on a page.
     *
     * @param context the step of the flow
     * @param page makes the page anew where a passkey is refused
     */
    public Passkeys(AuthenticationFlowContext context, Supplier<Response> page) {
        this.context = context;
        this.authenticator = new WebAuthnConditionalUIAuthenticator(context.getSession(), refused -> page.get());
    }

    /** Has the page offer them, where the realm has them enabled. */
    public void offer() {
        if (authenticator.isPasskeysEnabled()) {
            authenticator.fillContextForm(context);
        }
    }

    /**
     * Signs in by what the page has posted, or answers with the page and what is wrong. Nobody is named by it but whoever the
     * passkey names: Keycloak would look for a name that was sent along, and count a passkey that was refused or put off against the
     * account of that name, or of one that an earlier page has asked for.
     *
     * @return false where it has posted something else
     */
    public boolean answered() {
        MultivaluedMap<String, String> posted = context.getHttpRequest().getDecodedFormParameters();
        boolean passkey =
                posted.containsKey(WebAuthnConstants.AUTHENTICATOR_DATA) || posted.containsKey(WebAuthnConstants.ERROR);
        if (!passkey || posted.containsKey(AuthenticationManager.FORM_USERNAME) || !authenticator.isPasskeysEnabled()) {
            return false;
        }
        new LoginName(context).keepForThePage();
        authenticator.action(context);
        return true;
    }
}
