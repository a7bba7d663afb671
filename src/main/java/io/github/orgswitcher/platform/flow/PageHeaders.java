package io.github.orgswitcher.platform.flow;

import java.util.Optional;
import org.keycloak.models.BrowserSecurityHeaders;
import org.keycloak.models.RealmModel;

/** What a realm has Keycloak send with each page. */
public final class PageHeaders {

    private PageHeaders() {}

    /**
     * From where the page may load what.
     *
     * @param realm the realm
     * @return the header {@code Content-Security-Policy}; empty where the realm sends none
     */
    public static Optional<String> contentSecurityPolicy(RealmModel realm) {
        return Optional.ofNullable(
                realm.getBrowserSecurityHeaders().get(BrowserSecurityHeaders.CONTENT_SECURITY_POLICY.getKey()));
    }
}
