package io.github.orgswitcher.store;

import java.util.List;

/**
 * What the store knows of one person at a login, from a single query.
 *
 * @param matches the organizations that hold one of the person's domain candidates
 * @param created how many organizations the person created that are still there
 * @param skipped whether the person has once chosen to go on without an organization
 */
public record PersonRecord(List<Match> matches, int created, boolean skipped) {

    /** Copies the list. */
    public PersonRecord {
        matches = List.copyOf(matches);
    }
}
