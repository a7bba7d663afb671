package io.github.orgswitcher.platform.mail;

import java.net.URI;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.urls.UrlType;

/** Links into the Admin Console. They are made in a request, which alone knows the server's address where no option tells it. */
public final class ConsoleLink {

    private ConsoleLink() {}

    /**
     * The tab that decides on an organization's requests.
     *
     * @param session the session of a request, with the realm in its context
     * @param orgId the organization
     * @return the address
     */
    public static String ofOrganization(KeycloakSession session, String orgId) {
        return session.getContext()
                .getUri(UrlType.ADMIN)
                .getBaseUriBuilder()
                .path("admin/{realm}/console/")
                .fragment("/{realm}/organizations/{organization}/automated-provisioning")
                .build(session.getContext().getRealm().getName(), orgId)
                .toString();
    }

    /**
     * A page of the console.
     *
     * @param session the session of a request
     * @param home the realm that the administrator has signed in to
     * @param realm the realm that is administered
     * @param page the page, in the console's own words
     * @return the address
     */
    public static URI of(KeycloakSession session, RealmModel home, RealmModel realm, String page) {
        return session.getContext()
                .getUri(UrlType.ADMIN)
                .getBaseUriBuilder()
                .path("admin/{home}/console/")
                .fragment("/{realm}/" + page)
                .build(home.getName(), realm.getName());
    }
}
