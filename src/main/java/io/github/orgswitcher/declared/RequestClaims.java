package io.github.orgswitcher.declared;

import static java.util.stream.Collectors.toSet;

import io.github.orgswitcher.platform.admin.FineGrained;
import io.github.orgswitcher.platform.admin.RequestAuthor;
import io.github.orgswitcher.settings.SwitcherConfig;
import io.github.orgswitcher.store.DomainKey;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationDomainModel;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.organization.OrganizationProvider;

/**
 * Who stands behind what one request has changed. What the request itself has not written is vouched for by nobody: others may
 * change the same organization at the same moment, and their words do not become those of whoever manages all organizations.
 */
final class RequestClaims {

    private final KeycloakSession session;
    private final RealmModel realm;

    /**
     * The request's claims in one realm.
     *
     * @param session the request's session, with the realm in its context, before it commits
     * @param realm the realm
     */
    RequestClaims(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** On the domains that attributes declare. */
    Claimed onAttributes(Collection<String> groupIds) {
        return on(groupIds.stream()
                .map(id -> session.groups().getGroupById(realm, id))
                .filter(Objects::nonNull)
                .map(group -> group.getOrganization())
                .filter(Objects::nonNull)
                .flatMap(this::declared));
    }

    /** On Keycloak's own domains that are marked verified. */
    Claimed onMarks(Collection<String> orgIds) {
        OrganizationProvider organizations = session.getProvider(OrganizationProvider.class);
        return on(orgIds.stream()
                .map(organizations::getById)
                .filter(Objects::nonNull)
                .flatMap(RequestClaims::marked));
    }

    private Claimed on(Stream<DomainKey> written) {
        // Without these nobody may change one organization and not all.
        if (!FineGrained.isOn(realm)) {
            return Claimed.all(false);
        }
        if (!RequestAuthor.managesOrganizations(session, realm)) {
            return Claimed.all(true);
        }
        Set<DomainKey> vouched = written.collect(toSet());
        return (orgId, domain) -> !vouched.contains(new DomainKey(orgId, domain));
    }

    private Stream<DomainKey> declared(OrganizationModel organization) {
        return DeclaredPolicy.of(
                        organization.getAttributes(),
                        SwitcherConfig.of(session, realm).domainRules(),
                        group -> true)
                .domains()
                .stream()
                .map(domain -> new DomainKey(organization.getId(), domain));
    }

    private static Stream<DomainKey> marked(OrganizationModel organization) {
        return organization
                .getDomains()
                .filter(OrganizationDomainModel::isVerified)
                .map(domain -> new DomainKey(organization.getId(), domain.getName()))
                .flatMap(MarkedDomainSync::canonical);
    }
}
