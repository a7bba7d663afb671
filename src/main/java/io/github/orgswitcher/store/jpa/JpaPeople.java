package io.github.orgswitcher.store.jpa;

import io.github.orgswitcher.platform.table.KeycloakLocks;
import io.github.orgswitcher.platform.table.RealmQueries;
import io.github.orgswitcher.store.People;
import io.github.orgswitcher.store.PersonRecord;
import io.github.orgswitcher.store.PersonRecord.SetAside;
import io.github.orgswitcher.store.Proofs;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The rows of {@code ORGSW_PERSON} of one realm. */
record JpaPeople(RealmQueries queries) implements People {

    private static final String PERSON = "select p from PersonEntity p where p.realmId = :realm and p.userId = :user";

    private static final String ADDRESSES = """
            select u.id as id, u.email as email from UserEntity u
             where u.realmId = :realm and u.id in (:users) and u.email is not null
            """;

    private static final String ADD = add(false);
    private static final String ADD_MADE = add(true);

    private static final String SKIP = update("p.skipped = true");
    private static final String PASSKEY_OFFERED = update("p.passkeyOffered = true");
    private static final String USED = update("p.neverUsed = false") + " and p.neverUsed = true";
    private static final String PROOFS = update("p.provenHash = :own, p.witnesses = :witnesses, p.witnessHash = :hash");
    private static final String SET_ASIDE =
            update("p.setAsideAt = :at, p.setAsideHash = :hash, p.setAsideFor = :owner");

    private static final String LINKED_WITHOUT_PROOF = """
            select u.id from UserEntity u
             where u.realmId = :realm and u.id > :after and u.emailVerified = true and u.email is not null
               and exists (select 1 from FederatedIdentityEntity f where f.user.id = u.id)
               and not exists (select 1 from PersonEntity p
                                where p.realmId = :realm and p.userId = u.id
                                  and (p.provenHash is not null or p.witnessHash is not null))
             order by u.id
            """;

    private static final String LINKED_WITHOUT_NOTE = """
            select f.user.id from FederatedIdentityEntity f
             where f.realmId = :realm and f.identityProvider = :alias and f.user.id > :after
               and not exists (select 1 from PersonEntity p
                                where p.realmId = :realm and p.userId = f.user.id and p.witnessHash is not null)
             order by f.user.id
            """;

    /** In the place of an address's hash, and no address's: the link alone is kept, and nobody's word on any. */
    private static final String NO_ADDRESS = "link";

    private static final String LINKED = "update PersonEntity p set p.witnessHash = '" + NO_ADDRESS
            + "' where p.realmId = :realm and p.userId in (:users) and p.witnessHash is null";

    private static final String PRESENT = "select u.id from UserEntity u where u.realmId = :realm and u.id in (:users)";

    @Override
    public PersonRecord find(String userId) {
        return rows(userId)
                .getResultStream()
                .map(person -> record(queries.em(), person))
                .findFirst()
                .orElse(PersonRecord.NONE);
    }

    /** Lets the row go: others write it, in transactions of their own, and who reads it again must see that. */
    static PersonRecord record(EntityManager em, PersonEntity person) {
        em.detach(person);
        return person.toRecord();
    }

    @Override
    public Map<String, String> emails(Collection<String> userIds) {
        return queries.flushed(ADDRESSES, Tuple.class)
                .setParameter("users", userIds)
                .getResultStream()
                .collect(Collectors.toUnmodifiableMap(
                        row -> row.get("id", String.class), row -> row.get("email", String.class)));
    }

    @Override
    public void lock(String userId) {
        if (isTooLong(userId)) {
            return;
        }
        List<PersonEntity> present = lockedRows(userId);
        if (present.isEmpty()) {
            // Whoever else adds it at this moment makes this one wait for the row itself.
            statement(ADD, userId).executeUpdate();
            present = lockedRows(userId);
        }
        present.forEach(queries.em()::detach);
    }

    @Override
    public boolean lockFree(String userId) {
        List<PersonEntity> free = queries.lockingFree(PERSON, PersonEntity.class)
                .setParameter("user", userId)
                .getResultList();
        free.forEach(queries.em()::detach);
        return isTooLong(userId) || !free.isEmpty();
    }

    @Override
    public boolean lockAccount(String userId) {
        return new KeycloakLocks(queries).user(userId);
    }

    @Override
    public boolean lockFreeAccount(String userId) {
        return new KeycloakLocks(queries).freeUser(userId);
    }

    @Override
    public void saveSkip(String userId) {
        save(userId, statement(SKIP, userId));
    }

    @Override
    public void savePasskeyOffered(String userId) {
        save(userId, statement(PASSKEY_OFFERED, userId));
    }

    @Override
    public void saveMade(String userId) {
        if (!isTooLong(userId)) {
            statement(ADD_MADE, userId).executeUpdate();
        }
    }

    @Override
    public void saveUsed(String userId) {
        statement(USED, userId).executeUpdate();
    }

    @Override
    public void saveProofs(String userId, Proofs proofs) {
        Proofs.Vouched vouched = proofs.vouched();
        save(
                userId,
                statement(PROOFS, userId)
                        .setParameter("own", proofs.own())
                        .setParameter("witnesses", PersonEntity.text(vouched))
                        .setParameter("hash", vouched == null ? null : vouched.addressHash()));
    }

    @Override
    public List<String> linkedWithoutProof(String after, int max) {
        return queries.flushed(LINKED_WITHOUT_PROOF, String.class)
                .setParameter("after", after)
                .setMaxResults(max)
                .getResultList();
    }

    @Override
    public List<String> linkedWithoutNote(String alias, String after, int max) {
        return queries.flushed(LINKED_WITHOUT_NOTE, String.class)
                .setParameter("alias", alias)
                .setParameter("after", after)
                .setMaxResults(max)
                .getResultList();
    }

    @Override
    public void saveLinked(Collection<String> userIds) {
        List<String> present = queries.flushed(PRESENT, String.class)
                .setParameter("users", userIds)
                .getResultList();
        // In the order in which everybody locks them; whoever else adds one at this moment is waited for.
        present.stream().sorted().forEach(this::lock);
        if (!present.isEmpty()) {
            queries.unflushed(LINKED).setParameter("users", present).executeUpdate();
        }
    }

    @Override
    public void saveSetAside(String userId, SetAside setAside) {
        save(
                userId,
                statement(SET_ASIDE, userId)
                        .setParameter("at", setAside.at().toEpochMilli())
                        .setParameter("hash", setAside.addressHash())
                        .setParameter("owner", setAside.ownerId()));
    }

    private void save(String userId, Query update) {
        if (update.executeUpdate() == 0 && !isTooLong(userId)) {
            statement(ADD, userId).executeUpdate();
            update.executeUpdate();
        }
    }

    private static boolean isTooLong(String userId) {
        return userId.length() > MAX_USER_ID;
    }

    private TypedQuery<PersonEntity> rows(String userId) {
        return queries.unflushed(PERSON, PersonEntity.class).setParameter("user", userId);
    }

    private List<PersonEntity> lockedRows(String userId) {
        return queries.locking(PERSON, PersonEntity.class)
                .setParameter("user", userId)
                .getResultList();
    }

    private Query statement(String statement, String userId) {
        return queries.unflushed(statement).setParameter("user", userId);
    }

    private static String add(boolean neverUsed) {
        return "insert into PersonEntity (realmId, userId, skipped, passkeyOffered, neverUsed)"
                + " values (:realm, :user, false, false, "
                + neverUsed + ") on conflict do nothing";
    }

    private static String update(String assignments) {
        return "update PersonEntity p set " + assignments + " where p.realmId = :realm and p.userId = :user";
    }
}
