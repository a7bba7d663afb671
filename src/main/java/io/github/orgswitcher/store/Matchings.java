package io.github.orgswitcher.store;

import io.github.orgswitcher.domain.EmailDomain;
import org.jspecify.annotations.Nullable;

/** What a login asks of one realm. */
public interface Matchings {

    /**
     * What is known of one person, in one query, whatever the number of organizations. Organizations that are disabled,
     * or let nobody in, are among the matches.
     *
     * @param userId the person
     * @param domain the domain of the person's email address; null where it opens nothing
     * @return matches with organizations, and what is kept of the person
     */
    Matching of(String userId, @Nullable EmailDomain domain);
}
