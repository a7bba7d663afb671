package io.github.orgswitcher.store;

import io.github.orgswitcher.decision.Match;
import java.util.List;

/**
 * What the store knows of one person at a login, from a single query.
 *
 * @param person what is kept of the person
 * @param created how many organizations the person created that are still there
 * @param matches the organizations that hold a pattern that matches the person's email domain
 */
public record Matching(PersonRecord person, int created, List<Match> matches) {

    /** Copies the list. */
    public Matching {
        matches = List.copyOf(matches);
    }
}
