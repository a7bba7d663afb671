package io.github.orgswitcher.declared;

import static java.util.stream.Collectors.toSet;

import io.github.orgswitcher.domain.DomainRules;
import io.github.orgswitcher.platform.admin.FineGrained;
import io.github.orgswitcher.platform.admin.RequestAuthor;
import io.github.orgswitcher.settings.SwitcherConfig;
import io.github.orgswitcher.store.DomainKey;
import io.github.orgswitcher.store.LostRaceException;
import io.github.orgswitcher.store.OwnTransaction;
import io.github.orgswitcher.store.RealmStore;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationDomainModel;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.organization.OrganizationProvider;

/**
 * Who stands behind what one request has changed. What the request itself has not written is vouched for by nobody: others may
 * change the same organization at the same moment, and their words do not become those of whoever manages all organizations. Nor
 * does what was there before and is only written once more.
 */
final class RequestClaims {

    private static final Logger LOG = Logger.getLogger(RequestClaims.class);

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
        DomainRules rules = SwitcherConfig.of(session, realm).domainRules();
        return on(
                groupIds.stream()
                        .map(id -> session.groups().getGroupById(realm, id))
                        .filter(Objects::nonNull)
                        .map(group -> group.getOrganization())
                        .filter(Objects::nonNull)
                        .toList(),
                organization -> declared(rules, organization.getId(), organization.getAttributes()),
                (before, orgIds) -> before.attributes().of(orgIds).stream()
                        .flatMap(organization -> declared(rules, organization.orgId(), organization.attributes())));
    }

    /** On Keycloak's own domains that are marked verified. */
    Claimed onMarks(Collection<String> orgIds) {
        OrganizationProvider organizations = session.getProvider(OrganizationProvider.class);
        return on(
                orgIds.stream()
                        .map(organizations::getById)
                        .filter(Objects::nonNull)
                        .toList(),
                RequestClaims::marked,
                (before, ids) -> before.markedDomains().verified(ids).stream().flatMap(MarkedDomainSync::canonical));
    }

    private Claimed on(
            List<OrganizationModel> organizations,
            Function<OrganizationModel, Stream<DomainKey>> written,
            BiFunction<RealmStore, List<String>, Stream<DomainKey>> present) {
        // Without these nobody may change one organization and not all.
        if (!FineGrained.isOn(realm)) {
            return Claimed.all(false);
        }
        if (organizations.isEmpty() || !RequestAuthor.managesOrganizations(session, realm)) {
            return Claimed.all(true);
        }
        Set<DomainKey> vouched = organizations.stream().flatMap(written).collect(toSet());
        List<String> orgIds =
                organizations.stream().map(OrganizationModel::getId).toList();
        try {
            // What others have committed by now, and nothing of this request's.
            vouched.removeAll(
                    OwnTransaction.of(session).call(own -> present.apply(RealmStore.of(own, realm.getId()), orgIds)
                            .collect(toSet())));
        } catch (LostRaceException e) {
            LOG.warnf("Realm %s: who has declared domains could not be told: %s", realm.getName(), e.getMessage());
            return Claimed.all(true);
        }
        return new Claimed(true, vouched);
    }

    private static Stream<DomainKey> declared(DomainRules rules, String orgId, Map<String, List<String>> attributes) {
        return DeclaredPolicy.domains(attributes, rules).stream().map(domain -> new DomainKey(orgId, domain));
    }

    private static Stream<DomainKey> marked(OrganizationModel organization) {
        return organization
                .getDomains()
                .filter(OrganizationDomainModel::isVerified)
                .map(domain -> new DomainKey(organization.getId(), domain.getName()))
                .flatMap(MarkedDomainSync::canonical);
    }
}
