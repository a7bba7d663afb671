package io.github.orgswitcher.store;

import io.github.orgswitcher.decision.ProvenDomains;
import io.github.orgswitcher.decision.SignInKind;
import io.github.orgswitcher.domain.EmailDomain;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whose standing is asked for, and what it depends on.
 *
 * @param userId the person
 * @param domain the domain of the person's email address; null where it opens nothing
 * @param kind how the person signed in; null where every kind counts
 * @param rule what the proof of a domain is worth
 * @param deniedUntil the time up to which denials have come to their end
 * @param orgId an organization that is read whatever else there is; null for none
 * @param alias the alias of another one; null for none
 */
public record Asked(
        String userId,
        @Nullable EmailDomain domain,
        @Nullable SignInKind kind,
        ProvenDomains rule,
        Instant deniedUntil,
        @Nullable String orgId,
        @Nullable String alias) {

    /** No user has this id. */
    private static final String NOBODY = "";

    /**
     * What organizations are to people of a domain, whoever they are and however they come.
     *
     * @param domain the domain
     * @param rule what the proof of a domain is worth
     * @param deniedUntil the time up to which denials have come to their end
     * @return the question
     */
    public static Asked anybody(EmailDomain domain, ProvenDomains rule, Instant deniedUntil) {
        return new Asked(NOBODY, domain, null, rule, deniedUntil, null, null);
    }
}
