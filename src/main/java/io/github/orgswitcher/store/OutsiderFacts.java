package io.github.orgswitcher.store;

import io.github.orgswitcher.decision.EnrollmentStatus;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is on record of somebody who is no member of an organization.
 *
 * @param record what is kept of the person
 * @param status how the person and the organization stand; null where they never met
 * @param since when that was decided; null where they never met
 * @param elsewhere whether the person belongs to another organization, enabled or not
 * @param providers aliases of the identity providers that the account is linked to
 * @param credentials types of the account's credentials
 */
public record OutsiderFacts(
        PersonRecord record,
        @Nullable EnrollmentStatus status,
        @Nullable Instant since,
        boolean elsewhere,
        Set<String> providers,
        Set<String> credentials) {

    /** Copies the sets. */
    public OutsiderFacts {
        providers = Set.copyOf(providers);
        credentials = Set.copyOf(credentials);
    }

    /**
     * The same of somebody who has left with another account, and has not decided anew with this one.
     *
     * @return the facts
     */
    public OutsiderFacts hadLeft() {
        return status == null || status == EnrollmentStatus.DISMISSED
                ? new OutsiderFacts(record, EnrollmentStatus.LEFT, since, elsewhere, providers, credentials)
                : this;
    }
}
