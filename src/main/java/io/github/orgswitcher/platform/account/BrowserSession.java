package io.github.orgswitcher.platform.account;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.UriUtils;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AppAuthManager;

/** The session of the browser that opens a page, by Keycloak's identity cookie. No token counts. */
public final class BrowserSession {

    private static final String FETCH_SITE = "Sec-Fetch-Site";
    private static final String SAME_ORIGIN = "same-origin";
    /** Older browsers say this alone. */
    private static final String ORIGIN = "Origin";

    private static final String NO_ORIGIN = "null";

    private BrowserSession() {}

    /**
     * Finds it, and renews it.
     *
     * @param session the Keycloak session, with the realm in its context
     * @return the session of an enabled user; empty where there is none, or it has ended
     */
    public static Optional<UserSessionModel> of(KeycloakSession session) {
        return Optional.ofNullable(new AppAuthManager()
                        .authenticateIdentityCookie(
                                session, session.getContext().getRealm()))
                .map(found -> found.session());
    }

    /**
     * Whether the browser says that another site makes the request. The cookie comes along with those, too.
     *
     * @param session the Keycloak session
     * @return whether it does; not of a browser that says nothing, or that keeps to itself which site it is
     */
    public static boolean isCrossSite(KeycloakSession session) {
        String site = header(session, FETCH_SITE);
        String origin = header(session, ORIGIN);
        if (site == null) {
            return origin != null && !origin.equals(NO_ORIGIN) && !origin.equals(ownOrigin(session));
        }
        return !site.equals(SAME_ORIGIN);
    }

    private static @Nullable String header(KeycloakSession session, String name) {
        return session.getContext().getRequestHeaders().getRequestHeaders().getFirst(name);
    }

    private static String ownOrigin(KeycloakSession session) {
        return UriUtils.getOrigin(session.getContext().getUri().getBaseUri());
    }
}
