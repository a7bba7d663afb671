package io.github.orgswitcher.setup;

import io.github.orgswitcher.domain.DomainPattern;
import io.github.orgswitcher.management.DomainChanges;
import io.github.orgswitcher.management.DomainRefusedException;
import io.github.orgswitcher.store.AllowedDomain;
import io.github.orgswitcher.store.RealmStore;
import io.github.orgswitcher.store.Source;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.organization.OrganizationProvider;

/** Makes an organization with allowed domains, by an administrator of all organizations, so that there is something on offer. */
final class FirstOrganization {

    private final KeycloakSession session;
    private final RealmModel realm;

    FirstOrganization(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /**
     * Makes it, or adds to the one of that alias what it has not yet.
     *
     * @param wanted what there is to be
     * @param adminId who wants it
     * @return what that took
     * @throws SetupRefusedException where the alias or the name is another one's, or the realm has no organizations
     */
    MadeOrganization make(WantedOrganization wanted, String adminId) {
        if (!realm.isOrganizationsEnabled()) {
            throw SetupRefusedException.invalid(WantedOrganization.FIELD, "orgSwitcherSetupOrganizationAlone");
        }
        OrganizationProvider organizations = session.getProvider(OrganizationProvider.class);
        OrganizationModel there = organizations.getByAlias(wanted.alias());
        OrganizationModel organization = there == null ? create(organizations, wanted) : same(there, wanted);
        return new MadeOrganization(
                organization.getId(),
                organization.getAlias(),
                organization.getName(),
                there == null,
                allow(organization, wanted.allowedDomains(), adminId));
    }

    private OrganizationModel create(OrganizationProvider organizations, WantedOrganization wanted) {
        String name = wanted.name().value();
        if (RealmStore.of(session, realm).organizations().namesake(name).isPresent()) {
            throw SetupRefusedException.conflict(WantedOrganization.NAME, "orgSwitcherErrorNameTaken");
        }
        return organizations.create(name, wanted.alias());
    }

    private static OrganizationModel same(OrganizationModel there, WantedOrganization wanted) {
        if (!there.getName().equals(wanted.name().value())) {
            throw SetupRefusedException.conflict(
                    WantedOrganization.ALIAS, "orgSwitcherSetupAliasTaken", wanted.alias(), there.getName());
        }
        return there;
    }

    private List<String> allow(OrganizationModel organization, List<DomainPattern> domains, String adminId) {
        String orgId = organization.getId();
        RealmStore store = RealmStore.of(session, realm);
        store.organizations().lock(Set.of(orgId));
        DomainChanges changes = new DomainChanges(session, orgId);
        Instant now = Instant.ofEpochMilli(Time.currentTimeMillis());
        List<String> missing = domains.stream()
                .map(DomainPattern::value)
                .distinct()
                .filter(domain -> store.domains().find(orgId, domain).isEmpty())
                .toList();
        missing.forEach(domain -> add(changes, AllowedDomain.added(orgId, domain, Source.API, now, adminId)));
        return missing;
    }

    private static void add(DomainChanges changes, AllowedDomain domain) {
        try {
            changes.add(domain);
        } catch (DomainRefusedException e) {
            throw SetupRefusedException.conflict(WantedOrganization.ALLOWED_DOMAINS, e.messageKey(), e.parameters());
        }
    }
}
