package io.github.orgswitcher.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.orgswitcher.admin.PolicyRepresentation.RefusedValue;
import io.github.orgswitcher.decision.JoinMode;
import io.github.orgswitcher.decision.Verdict;
import io.github.orgswitcher.policy.PolicySettings;
import io.github.orgswitcher.policy.PolicyValues;
import io.github.orgswitcher.store.AllowedDomain;
import io.github.orgswitcher.store.DomainProof;
import io.github.orgswitcher.store.Source;
import io.github.orgswitcher.store.Verification;
import io.github.orgswitcher.verification.DomainCheck;
import io.github.orgswitcher.verification.LookupOutcome;
import io.github.orgswitcher.verification.TxtRecord;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An allowed domain, as JSON. All times are in milliseconds since 1970.
 *
 * @param domain the domain: lower case, A-labels, {@code *.} prefix kept
 * @param source who owns it
 * @param joinMode what a match gives over this domain; null where it gives what it gives over all others
 * @param defaultGroups the groups that new members are put into who come over this domain, none or some; null where they are put
 *     into those of all others
 * @param inForce what holds over this domain, of what it says and of what the organization's policy says; null in the answer of
 *     a look-up
 * @param refusedSettings default groups of this domain that are not there; absent where all are
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
        @Nullable JoinMode joinMode,
        @Nullable List<String> defaultGroups,
        @Nullable InForce inForce,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<RefusedValue> refusedSettings,
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
     * What holds for whoever comes over a domain.
     *
     * @param joinMode what a match gives
     * @param defaultGroups the groups that new members are put into
     */
    @Schema(name = "DomainPolicyInForce")
    public record InForce(JoinMode joinMode, List<String> defaultGroups) {

        static InForce of(JoinMode joinMode, PolicyValues values) {
            return new InForce(joinMode, values.get(PolicySettings.DEFAULT_GROUPS));
        }
    }

    /**
     * Why a domain opens nothing.
     *
     * @param reason the verdict on everybody who comes over it
     * @param message the same as a sentence
     */
    @Schema(name = "DomainClosed")
    public record Closed(Verdict reason, String message) {}

    /**
     * A look-up.
     *
     * @param outcome what was seen
     * @param message the same as a sentence
     */
    @Schema(name = "DnsLookup")
    public record Lookup(LookupOutcome outcome, String message) {}

    /** Represents a domain; the record is null where it is not to be shown. */
    static AllowedDomainRepresentation of(
            AllowedDomain domain,
            InForce inForce,
            List<RefusedValue> refusedSettings,
            @Nullable TxtRecord record,
            @Nullable Closed closed) {
        return of(domain, inForce, refusedSettings, record, closed, null);
    }

    static AllowedDomainRepresentation of(DomainCheck check, String message) {
        return of(check.domain(), null, List.of(), check.record(), null, new Lookup(check.outcome(), message));
    }

    private static AllowedDomainRepresentation of(
            AllowedDomain domain,
            @Nullable InForce inForce,
            List<RefusedValue> refusedSettings,
            @Nullable TxtRecord record,
            @Nullable Closed closed,
            @Nullable Lookup lookup) {
        DomainProof proof = domain.proof();
        return new AllowedDomainRepresentation(
                domain.domain(),
                domain.source(),
                domain.policy().find(PolicySettings.JOIN_MODE).orElse(null),
                domain.policy().find(PolicySettings.DEFAULT_GROUPS).orElse(null),
                inForce,
                refusedSettings,
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
     * @param joinMode what a match gives over this domain; absent or null for what it gives over all others
     * @param defaultGroups the groups that new members are put into who come over this domain, by id or path; absent or null for
     *     those of all others, and empty for none
     */
    @Schema(name = "NewAllowedDomain")
    public record Added(
            String domain,
            @Nullable JoinMode joinMode,
            @Nullable List<String> defaultGroups) {}

    /**
     * What is sent to change what a domain says for itself. What is absent stays as it is; null leaves it to the organization's
     * policy.
     *
     * @param joinMode what a match gives over this domain
     * @param defaultGroups the groups that new members are put into who come over this domain, by id or path; empty for none
     */
    @Schema(name = "AllowedDomainChange")
    public record Changed(
            @Nullable JoinMode joinMode, @Nullable List<String> defaultGroups) {}
}
