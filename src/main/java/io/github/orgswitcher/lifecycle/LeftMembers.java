package io.github.orgswitcher.lifecycle;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import io.github.orgswitcher.decision.EnrollmentStatus;
import io.github.orgswitcher.people.DirectoryUsers;
import io.github.orgswitcher.store.AfterCommit;
import io.github.orgswitcher.store.DirectoryEntry;
import io.github.orgswitcher.store.OnCommit;
import io.github.orgswitcher.store.OwnTransaction;
import io.github.orgswitcher.store.RealmStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * Gathers who leaves organizations in one session. A transaction of ours, which has locked the organization, keeps it itself.
 * Keycloak's own requests have written memberships by then, for which others may wait who have locked the organization; so what
 * follows of them is kept afterwards.
 */
final class LeftMembers {

    private final Map<Left, List<Leaver>> users = new LinkedHashMap<>();

    /** An organization that was left. */
    private record Left(String realmId, String orgId) {}

    /** Who has left it, read while the account is sure to be there. */
    private record Leaver(String userId, Optional<DirectoryEntry> entry) {}

    private LeftMembers() {}

    static LeftMembers of(KeycloakSession session) {
        String key = LeftMembers.class.getName();
        LeftMembers present = session.getAttribute(key, LeftMembers.class);
        if (present != null) {
            return present;
        }
        LeftMembers created = new LeftMembers();
        session.setAttribute(key, created);
        if (OwnTransaction.isIn(session)) {
            session.getTransactionManager().enlistPrepare(new OnCommit(() -> created.save(session)));
        } else {
            AfterCommit.call(session, any -> OwnTransaction.of(any).call(own -> {
                created.save(own);
                return created;
            }));
        }
        return created;
    }

    void add(String realmId, String orgId, UserModel user) {
        users.computeIfAbsent(new Left(realmId, orgId), left -> new ArrayList<>())
                .add(new Leaver(user.getId(), DirectoryUsers.entry(user)));
    }

    private void save(KeycloakSession own) {
        Instant now = Instant.ofEpochMilli(Time.currentTimeMillis());
        Map<String, Set<String>> there = locked(own);
        users.forEach((left, leavers) -> {
            RealmStore store = RealmStore.of(own, left.realmId);
            if (there.getOrDefault(left.realmId, Set.of()).contains(left.orgId)) {
                leavers.stream()
                        // Who has come back meanwhile, or was only moved, is there.
                        .filter(leaver -> !store.standings().isMember(leaver.userId, left.orgId))
                        .forEach(leaver -> save(store, left.orgId, leaver, now));
            }
        });
    }

    /** Which organizations of which realm there still are: all of them at once, in the order in which everybody locks them. */
    private Map<String, Set<String>> locked(KeycloakSession own) {
        Map<String, Set<String>> orgIds =
                users.keySet().stream().collect(groupingBy(Left::realmId, TreeMap::new, mapping(Left::orgId, toSet())));
        orgIds.replaceAll(
                (realmId, some) -> RealmStore.of(own, realmId).organizations().lock(some));
        return orgIds;
    }

    private static void save(RealmStore store, String orgId, Leaver leaver, Instant now) {
        store.enrollments().saveLeft(orgId, leaver.userId, now);
        store.enrollments()
                .find(orgId, leaver.userId)
                .filter(enrollment -> enrollment.status() == EnrollmentStatus.LEFT)
                .flatMap(enrollment -> leaver.entry)
                .ifPresent(entry -> store.leavers().save(orgId, entry));
    }
}
