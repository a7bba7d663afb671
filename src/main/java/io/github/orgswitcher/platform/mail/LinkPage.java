package io.github.orgswitcher.platform.mail;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.keycloak.locale.LocaleSelectorProvider;
import org.keycloak.locale.LocaleUpdaterProvider;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.services.ErrorPage;
import org.keycloak.services.messages.Messages;
import org.keycloak.services.resources.RealmsResource;
import org.keycloak.services.util.CacheControlUtil;
import org.keycloak.services.util.LocaleUtil;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * A page where a link leads: at an address of an extension's own, outside any flow.
 *
 * @param session the Keycloak session, with the realm in its context
 */
public record LinkPage(KeycloakSession session) {

    /** The key of Keycloak's message that the realm is switched off. */
    public static final String REALM_DISABLED = Messages.REALM_NOT_ENABLED;

    /** The key of Keycloak's message that the realm wants HTTPS. */
    public static final String HTTPS_REQUIRED = Messages.HTTPS_REQUIRED;

    /**
     * Its address, always at this server's own front end.
     *
     * @param resource the id of the realm's resource that answers there
     * @return the address, without parameters
     */
    public URI address(String resource) {
        KeycloakContext context = session.getContext();
        return RealmsResource.realmBaseUrl(context.getUri())
                .path(resource)
                .build(context.getRealm().getName());
    }

    /**
     * Whether the realm wants HTTPS and the request came without.
     *
     * @return whether the page may not be shown
     */
    public boolean isTransportRefused() {
        KeycloakContext context = session.getContext();
        return !"https".equals(context.getUri().getBaseUri().getScheme())
                && context.getRealm().getSslRequired().isRequired(context.getConnection());
    }

    /** Has no cache keep what this request is answered. */
    public void keepOutOfCaches() {
        CacheControlUtil.noBackButtonCacheControlHeader(session);
    }

    /**
     * Takes the language that the request asks for.
     *
     * @param login the login to keep it in; null for none
     */
    public void takeLanguage(@Nullable AuthenticationSessionModel login) {
        LocaleUtil.processLocaleParam(session, session.getContext().getRealm(), login);
    }

    /**
     * Keeps that language at an account, as Keycloak does when a login ends: else what is drawn next would speak the former one.
     *
     * @param user the account, which may be one that cannot be written
     */
    public void keepLanguage(UserModel user) {
        KeycloakContext context = session.getContext();
        if (context.getRealm().isInternationalizationEnabled()
                && context.getUri().getQueryParameters().containsKey(LocaleSelectorProvider.KC_LOCALE_PARAM)) {
            session.getProvider(LocaleUpdaterProvider.class)
                    .updateUsersLocale(user, context.resolveLocale(user).toLanguageTag());
        }
    }

    /**
     * Has a token come back with the choice of another language. Keycloak puts this note into the address that the choice leads
     * to.
     *
     * @param login the login that the page is for
     * @param key the token
     */
    public static void keepKey(AuthenticationSessionModel login, String key) {
        login.setAuthNote(Constants.KEY, key);
    }

    /**
     * Takes it out of there again.
     *
     * @param login the login
     */
    public static void dropKey(AuthenticationSessionModel login) {
        login.removeAuthNote(Constants.KEY);
    }

    /**
     * Keycloak's page for errors.
     *
     * @param messageKey the key of what it says
     * @return the page
     */
    public Response error(String messageKey) {
        return ErrorPage.error(session, null, Status.BAD_REQUEST, messageKey);
    }
}
