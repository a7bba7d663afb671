package io.github.orgswitcher.platform;

import io.github.orgswitcher.domain.EmailAddress;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.browser.IdentityProviderAuthenticator;
import org.keycloak.models.IdentityProviderModel;

/** Sends a login on to an identity provider, as Keycloak does. */
public final class HomeRedirect extends IdentityProviderAuthenticator {

    private HomeRedirect() {}

    /**
     * Answers a login's step with the way to a provider.
     *
     * @param context the step
     * @param provider the provider, which is enabled
     * @param address the address to be proposed there
     */
    public static void go(AuthenticationFlowContext context, IdentityProviderModel provider, EmailAddress address) {
        new HomeRedirect().redirect(context, provider.getAlias(), address.text());
    }
}
