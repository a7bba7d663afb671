package io.github.orgswitcher.membership;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.github.orgswitcher.people.DirectoryUsers;
import io.github.orgswitcher.store.DirectoryEntry;
import io.github.orgswitcher.store.Outsider;
import io.github.orgswitcher.store.RealmStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who had left with another account, before a directory's people were imported anew.
 *
 * @param store the realm's store
 */
record Leavers(RealmStore store) {

    /** Their ids, in two statements where anybody is a directory's, whatever the number. */
    Set<String> of(String orgId, List<Outsider> found) {
        Map<String, DirectoryEntry> entries = entries(found);
        Set<DirectoryEntry> left = store.leavers().among(orgId, entries.values());
        return entries.entrySet().stream()
                .filter(entry -> left.contains(entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(toSet());
    }

    private Map<String, DirectoryEntry> entries(List<Outsider> found) {
        Map<String, String> storages = new HashMap<>();
        for (Outsider outsider : found) {
            if (outsider.storage() != null) {
                storages.put(outsider.person().id(), outsider.storage());
            }
        }
        return storages.isEmpty()
                ? Map.of()
                : store.outsiders().attribute(DirectoryUsers.ENTRY_ID, storages.keySet()).entrySet().stream()
                        .collect(toMap(
                                Map.Entry::getKey,
                                id -> DirectoryUsers.entry(storages.getOrDefault(id.getKey(), ""), id.getValue())));
    }
}
