package io.github.orgswitcher.lifecycle;

import io.github.orgswitcher.store.OrgSwitcherStore;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;

/**
 * Gathers the organizations that one session changes, and synchronizes their declared policies once, right before the
 * transaction commits: Keycloak tells of each attribute before the new values are there.
 */
final class ChangedOrganizations extends AbstractKeycloakTransaction {

    private static final int CHUNK = 500;

    private final KeycloakSession session;
    private final Map<String, Set<String>> groupIdsByRealm = new LinkedHashMap<>();
    private final Map<String, Set<String>> orgIdsByRealm = new LinkedHashMap<>();

    private ChangedOrganizations(KeycloakSession session) {
        this.session = session;
    }

    static ChangedOrganizations of(KeycloakSession session) {
        String key = ChangedOrganizations.class.getName();
        ChangedOrganizations present = session.getAttribute(key, ChangedOrganizations.class);
        if (present != null) {
            return present;
        }
        ChangedOrganizations created = new ChangedOrganizations(session);
        session.setAttribute(key, created);
        session.getTransactionManager().enlistPrepare(created);
        return created;
    }

    /**
     * Remembers a group of an organization.
     *
     * @param realmId the realm
     * @param groupId the organization's own group, which carries the attributes; groups below it count for nothing
     */
    void add(String realmId, String groupId) {
        groupIdsByRealm.computeIfAbsent(realmId, id -> new LinkedHashSet<>()).add(groupId);
    }

    /**
     * Remembers an organization whose own domains of Keycloak's may have changed, of which no group tells.
     *
     * @param realmId the realm
     * @param orgId the organization
     */
    void addOwnDomains(String realmId, String orgId) {
        orgIdsByRealm.computeIfAbsent(realmId, id -> new LinkedHashSet<>()).add(orgId);
    }

    @Override
    protected void commitImpl() {
        RealmModel current = session.getContext().getRealm();
        try {
            groupIdsByRealm.forEach(this::syncRealm);
            orgIdsByRealm.forEach(this::syncOwnDomains);
        } finally {
            session.getContext().setRealm(current);
        }
    }

    private void syncRealm(String realmId, Set<String> groupIds) {
        RealmModel realm = session.realms().getRealm(realmId);
        if (realm == null) {
            return;
        }
        // The organization provider answers for the realm of the context.
        session.getContext().setRealm(realm);
        DeclaredPolicySync sync = new DeclaredPolicySync(session, realm, Claim.isMadeIn(session, realm));
        List<OrganizationModel> organizations = groupIds.stream()
                .map(id -> session.groups().getGroupById(realm, id))
                .filter(Objects::nonNull)
                .flatMap(group -> organizationOf(group).stream())
                .toList();
        for (int start = 0; start < organizations.size(); start += CHUNK) {
            sync.sync(organizations.subList(start, Math.min(start + CHUNK, organizations.size())));
        }
    }

    private void syncOwnDomains(String realmId, Set<String> orgIds) {
        RealmModel realm = session.realms().getRealm(realmId);
        if (realm != null) {
            session.getContext().setRealm(realm);
            new MarkedDomainSync(
                            session.getProvider(OrgSwitcherStore.class).markedDomains(realmId),
                            Claim.isMadeIn(session, realm))
                    .sync(orgIds);
        }
    }

    /** Keycloak names an organization's own group after the organization's id. */
    private static Optional<OrganizationModel> organizationOf(GroupModel group) {
        return Optional.ofNullable(group.getOrganization())
                .filter(organization -> organization.getId().equals(group.getName()));
    }

    @Override
    protected void rollbackImpl() {}
}
