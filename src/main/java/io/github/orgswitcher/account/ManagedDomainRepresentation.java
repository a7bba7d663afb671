package io.github.orgswitcher.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.orgswitcher.decision.JoinMode;
import io.github.orgswitcher.decision.Verdict;
import io.github.orgswitcher.management.Act;
import io.github.orgswitcher.management.ManagedDomain;
import io.github.orgswitcher.store.AllowedDomain;
import io.github.orgswitcher.store.Verification;
import io.github.orgswitcher.verification.TxtRecord;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An allowed domain in JSON, for one who manages its organization.
 *
 * @param domain the domain: lower case, A-labels, {@code *.} prefix kept
 * @param joinMode what a match gives over it
 * @param verification whether DNS proves it
 * @param verifiedAt when that was first seen, in milliseconds since 1970; absent where it never was
 * @param record what to publish in DNS as proof; absent where that is proven
 * @param closed why it opens nothing; absent where it does
 * @param message the same as a sentence
 * @param affiliated whether the manager's own address would prove it
 * @param mailable whether a code that is mailed to an address on it would prove it
 * @param changeable whether it can be removed here; what the organization's attributes name cannot
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ManagedDomainRepresentation(
        String domain,
        JoinMode joinMode,
        Verification verification,
        @Nullable Long verifiedAt,
        @Nullable TxtRecord record,
        @Nullable Verdict closed,
        @Nullable String message,
        boolean affiliated,
        boolean mailable,
        boolean changeable) {

    /**
     * What is sent to add a domain.
     *
     * @param domain the domain, in any spelling
     */
    @Schema(name = "NewManagedDomain")
    public record Wanted(String domain) {}

    /**
     * What is sent to have a code mailed.
     *
     * @param email an address on the domain
     */
    @Schema(name = "AffiliationMail")
    public record Recipient(String email) {}

    /**
     * What is sent to prove a domain by the code.
     *
     * @param code the code, with or without spaces
     */
    @Schema(name = "AffiliationCode")
    public record Typed(String code) {}

    /**
     * What has become of a domain.
     *
     * @param domain the domain as it is stored
     * @param proven whether it is proven, by DNS, by the manager's own address or by a code, as far as such a proof counts here
     * @param message the same as a sentence
     */
    @Schema(name = "ManagedDomainResult")
    public record Told(@Nullable String domain, boolean proven, String message) {

        static Told of(Act act, AccountCall call) {
            ManageSaid said = ManageSaid.of(act);
            boolean proven =
                    switch (act.deed()) {
                        case DOMAIN_PROVEN -> true;
                        case DOMAIN_AFFILIATED, DOMAIN_AFFILIATED_BY_CODE, DOMAIN_ADDED_BY_AFFILIATION ->
                            said != ManageSaid.DOMAIN_CLOSED;
                        default -> false;
                    };
            return new Told(act.domain(), proven, call.sentence(said.messageKey()));
        }
    }

    static ManagedDomainRepresentation of(ManagedDomain listed, AccountCall call) {
        AllowedDomain domain = listed.domain();
        Verdict closed = listed.closed();
        Instant verifiedAt = domain.proof().verifiedAt();
        return new ManagedDomainRepresentation(
                domain.domain(),
                listed.joinMode(),
                domain.verification(),
                verifiedAt == null ? null : verifiedAt.toEpochMilli(),
                domain.verification() == Verification.VERIFIED ? null : listed.record(),
                closed,
                closed == null ? null : call.sentence(closed.messageKey(), domain.domain()),
                listed.affiliated(),
                listed.mailable(),
                listed.changeable());
    }
}
