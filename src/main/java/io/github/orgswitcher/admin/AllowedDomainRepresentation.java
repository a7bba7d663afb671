package io.github.orgswitcher.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.orgswitcher.decision.Verdict;
import io.github.orgswitcher.store.AllowedDomain;
import io.github.orgswitcher.store.DomainProof;
import io.github.orgswitcher.store.Source;
import io.github.orgswitcher.store.Verification;
import io.github.orgswitcher.verification.DomainCheck;
import io.github.orgswitcher.verification.LookupOutcome;
import io.github.orgswitcher.verification.TxtRecord;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An allowed domain, as JSON. All times are in milliseconds since 1970.
 *
 * @param domain the domain: lower case, A-labels, {@code *.} prefix kept
 * @param source who owns it
 * @param verification whether the organization has proven that it owns the domain
 * @param createdAt when it was added
 * @param createdBy id of the user who added it; null where no user did
 * @param record what to publish in DNS as proof; null for those who may not manage the organization
 * @param verifiedAt when the proof was first seen; null where it never was
 * @param checkedAt when DNS was last asked; null where it never was
 * @param missingSince since when the proof of a verified domain is missing, which makes it lapse in time; null where it
 *     is not
 * @param closed why the domain opens nothing yet; null where it does, and in the answer of a look-up
 * @param lookup what the look-up of this very call has shown; null where there was none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AllowedDomainRepresentation(
        String domain,
        Source source,
        Verification verification,
        long createdAt,
        @Nullable String createdBy,
        @Nullable TxtRecord record,
        @Nullable Long verifiedAt,
        @Nullable Long checkedAt,
        @Nullable Long missingSince,
        @Nullable Closed closed,
        @Nullable Lookup lookup) {

    /**
     * Why a domain opens nothing.
     *
     * @param reason the verdict on everybody who comes over it
     * @param message the same as a sentence
     */
    public record Closed(Verdict reason, String message) {}

    /**
     * A look-up.
     *
     * @param outcome what was seen
     * @param message the same as a sentence
     */
    public record Lookup(LookupOutcome outcome, String message) {}

    /** Represents a domain; the record is null where it is not to be shown. */
    static AllowedDomainRepresentation of(AllowedDomain domain, @Nullable TxtRecord record, @Nullable Closed closed) {
        return of(domain, record, closed, null);
    }

    static AllowedDomainRepresentation of(DomainCheck check, String message) {
        return of(check.domain(), check.record(), null, new Lookup(check.outcome(), message));
    }

    private static AllowedDomainRepresentation of(
            AllowedDomain domain, @Nullable TxtRecord record, @Nullable Closed closed, @Nullable Lookup lookup) {
        DomainProof proof = domain.proof();
        return new AllowedDomainRepresentation(
                domain.domain(),
                domain.source(),
                domain.verification(),
                domain.createdAt().toEpochMilli(),
                domain.createdBy(),
                record,
                millis(proof.verifiedAt()),
                millis(proof.checkedAt()),
                millis(proof.missingSince()),
                closed,
                lookup);
    }

    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }

    /**
     * What is sent to add a domain.
     *
     * @param domain the domain, in any spelling
     */
    public record Added(String domain) {}
}
