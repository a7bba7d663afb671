package io.github.orgswitcher.login;

import io.github.orgswitcher.decision.OrganizationRef;
import io.github.orgswitcher.platform.flow.PageHeaders;
import io.github.orgswitcher.store.RealmStore;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The logos of a page's organizations, of what is read once for all of them. */
public final class Logos {

    private final ImageSources images;
    private final Map<String, String> written;

    private Logos(ImageSources images, Map<String, String> written) {
        this.images = images;
        this.written = written;
    }

    /**
     * Reads them, in one statement.
     *
     * @param session the Keycloak session, with the realm in its context
     * @param orgIds the organizations on the page
     * @return those that the page may load
     */
    public static Logos read(KeycloakSession session, Collection<String> orgIds) {
        RealmModel realm = session.getContext().getRealm();
        return new Logos(
                ImageSources.of(
                        PageHeaders.contentSecurityPolicy(realm).orElse(""),
                        session.getContext().getUri().getBaseUri()),
                RealmStore.of(session, realm).profiles().logos(orgIds));
    }

    /**
     * An organization with its logo, of which nothing more is to be said.
     *
     * @param organization the organization
     * @return its tile
     */
    public OrganizationTile tile(OrganizationRef organization) {
        return new OrganizationTile(organization, of(organization.id()), "", false, false, RowDetails.brief(false));
    }

    @Nullable
    String of(String orgId) {
        return Optional.ofNullable(written.get(orgId))
                .flatMap(text -> Logo.of(text, images))
                .orElse(null);
    }
}
