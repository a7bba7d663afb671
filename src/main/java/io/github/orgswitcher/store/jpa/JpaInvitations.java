package io.github.orgswitcher.store.jpa;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.github.orgswitcher.decision.Invitation;
import io.github.orgswitcher.decision.OrganizationRef;
import io.github.orgswitcher.domain.EmailAddress;
import io.github.orgswitcher.platform.table.KeycloakLocks;
import io.github.orgswitcher.platform.table.Places;
import io.github.orgswitcher.platform.table.RealmQueries;
import io.github.orgswitcher.store.Invitations;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keycloak.storage.StorageId;

/**
 * The rows of Keycloak's {@code ORG_INVITATION}, which its own interface finds by organization alone, and of {@code
 * ORGSW_ENROLLMENT} the invitations that people have passed over.
 */
record JpaInvitations(RealmQueries queries) implements Invitations {

    @Override
    public List<Invitation> to(String userId, EmailAddress address, Instant now) {
        Map<String, Tuple> latest = latest(userId, address, now);
        if (latest.isEmpty()) {
            return List.of();
        }
        Map<String, Tuple> states = states(userId, latest.keySet());
        return latest.entrySet().stream()
                .flatMap(
                        entry -> Optional.ofNullable(states.get(entry.getKey()))
                                .map(state -> invitation(entry.getValue(), state))
                                .stream())
                .toList();
    }

    private Map<String, Tuple> latest(String userId, EmailAddress address, Instant now) {
        boolean local = StorageId.isLocalStorage(userId);
        Map<String, Tuple> latest = new LinkedHashMap<>();
        Places spellings = Places.of("spellings", address.spellings());
        String query = spellings.in(local ? InvitationQueries.TO_LOCAL : InvitationQueries.TO_FEDERATED);
        spellings
                .set(queries.flushed(query, Tuple.class))
                .setParameter("now", (int) now.getEpochSecond())
                .setParameter("user", userId)
                .setMaxResults(MAX)
                .getResultStream()
                .filter(row -> address.isOnRecordAs(row.get("email", String.class)))
                .forEach(row -> latest.putIfAbsent(row.get("orgId", String.class), row));
        return latest;
    }

    private Map<String, Tuple> states(String userId, Collection<String> orgIds) {
        return queries.flushed(InvitationQueries.STATES, Tuple.class)
                .setParameter("orgs", orgIds)
                .setParameter("user", userId)
                .getResultStream()
                .collect(toMap(row -> row.get("orgId", String.class), identity()));
    }

    private static Invitation invitation(Tuple row, Tuple state) {
        String id = row.get("id", String.class);
        Integer maxMembers = state.get("maxMembers", Integer.class);
        return new Invitation(
                id,
                new OrganizationRef(
                        row.get("orgId", String.class), row.get("alias", String.class), row.get("name", String.class)),
                Instant.ofEpochSecond(row.get("expiresAt", Integer.class)),
                maxMembers == null || state.get("members", Long.class) < maxMembers,
                id.equals(state.get("passedOver", String.class)));
    }

    @Override
    public Set<EmailAddress> pending(String orgId, Collection<EmailAddress> addresses, Instant now) {
        return addresses.isEmpty()
                ? Set.of()
                : queries
                        .flushed(InvitationQueries.PENDING, String.class)
                        .setParameter("org", orgId)
                        .setParameter("now", (int) now.getEpochSecond())
                        .setParameter(
                                "spellings",
                                addresses.stream()
                                        .flatMap(address -> address.spellings().stream())
                                        .toList())
                        .getResultList()
                        .stream()
                        .flatMap(email -> EmailAddress.onRecord(email).stream())
                        .filter(addresses::contains)
                        .collect(toUnmodifiableSet());
    }

    @Override
    public boolean use(Invitation invitation) {
        return queries.flushed(InvitationQueries.USE)
                        .setParameter("id", invitation.id())
                        .executeUpdate()
                > 0;
    }

    @Override
    public Optional<String> oldest(String email) {
        return queries.flushed(InvitationQueries.OLDEST, String.class)
                .setParameter(
                        "spellings",
                        EmailAddress.onRecord(email)
                                .map(EmailAddress::spellings)
                                .orElse(List.of(email)))
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    @Override
    public boolean lock(String invitationId) {
        return new KeycloakLocks(queries).invitation(invitationId);
    }

    @Override
    public boolean lockFree(String invitationId) {
        return new KeycloakLocks(queries).freeInvitation(invitationId);
    }

    @Override
    public void passOver(String userId, Invitation invitation, Instant now) {
        queries.unflushed(InvitationQueries.PASS_OVER)
                .setParameter("org", invitation.organization().id())
                .setParameter("user", userId)
                .setParameter("now", now.toEpochMilli())
                .setParameter("invitation", invitation.id())
                .executeUpdate();
    }
}
