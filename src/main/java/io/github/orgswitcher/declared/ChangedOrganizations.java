package io.github.orgswitcher.declared;

import io.github.orgswitcher.store.AfterCommit;
import io.github.orgswitcher.store.OnCommit;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Gathers the organizations that one session changes, and synchronizes what follows from it once, right after its transaction:
 * only then are all changes there to be seen, those of others too, so that whoever comes last leaves the rows as the
 * organizations are. Nothing of it can fail the change itself, or wait for it. Who has made the change is seen before.
 */
public final class ChangedOrganizations {

    private final KeycloakSession session;
    private final Map<String, Set<String>> groupIdsByRealm = new LinkedHashMap<>();
    private final Map<String, Set<String>> orgIdsByRealm = new LinkedHashMap<>();
    private final Map<String, Claimed> claimedAttributes = new LinkedHashMap<>();
    private final Map<String, Claimed> claimedMarks = new LinkedHashMap<>();

    private ChangedOrganizations(KeycloakSession session) {
        this.session = session;
    }

    /**
     * Those of a session.
     *
     * @param session the session that changes them
     * @return the same for the same session
     */
    public static ChangedOrganizations of(KeycloakSession session) {
        String key = ChangedOrganizations.class.getName();
        ChangedOrganizations present = session.getAttribute(key, ChangedOrganizations.class);
        if (present != null) {
            return present;
        }
        ChangedOrganizations created = new ChangedOrganizations(session);
        session.setAttribute(key, created);
        session.getTransactionManager().enlistPrepare(new OnCommit(created::judge));
        AfterCommit.call(session, any -> created.synchronize(new DeclaredPolicyResync(any)));
        return created;
    }

    /**
     * Remembers a group of an organization.
     *
     * @param realmId the realm
     * @param groupId the organization's own group, which carries the attributes; groups below it count for nothing
     */
    public void add(String realmId, String groupId) {
        groupIdsByRealm.computeIfAbsent(realmId, id -> new LinkedHashSet<>()).add(groupId);
    }

    /**
     * Remembers an organization whose own domains of Keycloak's may have changed, of which no group tells.
     *
     * @param realmId the realm
     * @param orgId the organization
     */
    public void addOwnDomains(String realmId, String orgId) {
        orgIdsByRealm.computeIfAbsent(realmId, id -> new LinkedHashSet<>()).add(orgId);
    }

    private void judge() {
        judge(groupIdsByRealm, RequestClaims::onAttributes, claimedAttributes);
        judge(orgIdsByRealm, RequestClaims::onMarks, claimedMarks);
    }

    private void judge(
            Map<String, Set<String>> changed,
            BiFunction<RequestClaims, Set<String>, Claimed> judgement,
            Map<String, Claimed> judged) {
        RealmModel current = session.getContext().getRealm();
        try {
            changed.forEach((realmId, ids) -> {
                RealmModel realm = session.realms().getRealm(realmId);
                if (realm != null) {
                    // The organization provider answers for the realm of the context.
                    session.getContext().setRealm(realm);
                    judged.put(realmId, judgement.apply(new RequestClaims(session, realm), ids));
                }
            });
        } finally {
            session.getContext().setRealm(current);
        }
    }

    private void synchronize(DeclaredPolicyResync resync) {
        claimedAttributes.forEach((realmId, claimed) ->
                resync.syncGroups(realmId, groupIdsByRealm.getOrDefault(realmId, Set.of()), claimed));
        claimedMarks.forEach((realmId, claimed) ->
                resync.syncOwnDomains(realmId, orgIdsByRealm.getOrDefault(realmId, Set.of()), claimed));
    }
}
