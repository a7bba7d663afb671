package io.github.orgswitcher.lifecycle;

import io.github.orgswitcher.store.OnCommit;
import io.github.orgswitcher.store.RealmStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;

/**
 * Gathers who leaves organizations in one session, and keeps it right before its transaction commits: an organization that
 * Keycloak is removing is locked after all the people whom it removes with it, as everywhere.
 */
final class LeftMembers {

    private final KeycloakSession session;
    private final Map<Left, List<String>> users = new LinkedHashMap<>();

    /** An organization that was left. */
    private record Left(String realmId, String orgId) {}

    private LeftMembers(KeycloakSession session) {
        this.session = session;
    }

    static LeftMembers of(KeycloakSession session) {
        String key = LeftMembers.class.getName();
        LeftMembers present = session.getAttribute(key, LeftMembers.class);
        if (present != null) {
            return present;
        }
        LeftMembers created = new LeftMembers(session);
        session.setAttribute(key, created);
        session.getTransactionManager().enlistPrepare(new OnCommit(created::save));
        return created;
    }

    void add(String realmId, String orgId, String userId) {
        users.computeIfAbsent(new Left(realmId, orgId), left -> new ArrayList<>())
                .add(userId);
    }

    private void save() {
        Instant now = Instant.ofEpochMilli(Time.currentTimeMillis());
        users.forEach((left, userIds) -> {
            RealmStore store = RealmStore.of(session, left.realmId);
            if (!store.organizations().lock(Set.of(left.orgId)).isEmpty()) {
                userIds.forEach(userId -> store.enrollments().saveLeft(left.orgId, userId, now));
            }
        });
    }
}
