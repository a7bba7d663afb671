package io.github.orgswitcher.store.jpa;

import io.github.orgswitcher.platform.table.RealmQueries;
import io.github.orgswitcher.store.DirectoryEntry;
import io.github.orgswitcher.store.DirectoryLeavers;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** The rows of {@code ORGSW_DIRECTORY_LEAVER} of one realm. */
record JpaDirectoryLeavers(RealmQueries queries) implements DirectoryLeavers {

    private static final String OF =
            " where l.realmId = :realm and l.orgId = :org and l.storageId = :storage and l.entryHash = :entry";

    private static final String HAS = "select count(l.orgId) from DirectoryLeaverEntity l" + OF;

    private static final String AMONG = """
            select l.storageId as storage, l.entryHash as entry from DirectoryLeaverEntity l
             where l.realmId = :realm and l.orgId = :org and l.entryHash in (:entries)
            """;

    private static final String SAVE = """
            insert into DirectoryLeaverEntity (realmId, orgId, storageId, entryHash) values (:realm, :org, :storage, :entry)
            on conflict do nothing
            """;

    private static final String REMOVE = "delete from DirectoryLeaverEntity l" + OF;

    @Override
    public boolean has(String orgId, DirectoryEntry entry) {
        return (Long) of(queries.unflushed(HAS, Long.class), orgId, entry).getSingleResult() > 0;
    }

    @Override
    public Set<DirectoryEntry> among(String orgId, Collection<DirectoryEntry> entries) {
        return entries.isEmpty()
                ? Set.of()
                : queries.unflushed(AMONG, Tuple.class)
                        .setParameter("org", orgId)
                        .setParameter(
                                "entries",
                                entries.stream().map(DirectoryEntry::hash).toList())
                        .getResultStream()
                        .map(row ->
                                new DirectoryEntry(row.get("storage", String.class), row.get("entry", String.class)))
                        .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void save(String orgId, DirectoryEntry entry) {
        of(queries.unflushed(SAVE), orgId, entry).executeUpdate();
    }

    @Override
    public void remove(String orgId, DirectoryEntry entry) {
        of(queries.unflushed(REMOVE), orgId, entry).executeUpdate();
    }

    private static Query of(Query query, String orgId, DirectoryEntry entry) {
        return query.setParameter("org", orgId)
                .setParameter("storage", entry.storageId())
                .setParameter("entry", entry.hash());
    }
}
