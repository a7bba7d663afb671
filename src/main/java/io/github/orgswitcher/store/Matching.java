package io.github.orgswitcher.store;

import io.github.orgswitcher.decision.Match;
import io.github.orgswitcher.decision.OrganizationRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the store knows of one person at a login, from a single query.
 *
 * @param person what is kept of the person
 * @param created how many organizations the person created that are still there
 * @param untold whether an organization has turned the person down, and no page has told so
 * @param lastUsed when a session of the person last came to work in an organization; null where none has
 * @param memberships of the enabled organizations that the person belongs to, two where there are several, and those that
 *     were asked for
 * @param belongs whether the person belongs to any organization, an enabled one or not
 * @param matches of the organizations that hold a pattern that matches the person's email domain, those that were asked for and
 *     the best of the others
 */
public record Matching(
        PersonRecord person,
        int created,
        boolean untold,
        @Nullable Instant lastUsed,
        List<OrganizationRef> memberships,
        boolean belongs,
        List<Match> matches) {

    /** What is known of nobody. */
    public static final Matching NONE = new Matching(PersonRecord.NONE, 0, false, null, List.of(), false, List.of());

    /** Copies the lists. */
    public Matching {
        memberships = List.copyOf(memberships);
        matches = List.copyOf(matches);
    }
}
