package io.github.orgswitcher.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.store.DomainProof;
import io.github.orgswitcher.store.Verification;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Times are in hours. */
class ProofRulesTest {

    private static final ProofRules RULES = new ProofRules(Duration.ofHours(72));

    @ParameterizedTest
    @CsvSource({
        "NONE, FOUND, VERIFIED",
        "NONE, NOT_FOUND, PENDING",
        "NONE, OTHER_VALUE, PENDING",
        "NONE, UNAVAILABLE, PENDING",
        "PENDING, FOUND, VERIFIED",
        "PENDING, NOT_FOUND, PENDING",
        "PENDING, OTHER_VALUE, PENDING",
        "PENDING, UNAVAILABLE, PENDING",
        "VERIFIED, FOUND, VERIFIED",
        "VERIFIED, NOT_FOUND, VERIFIED",
        "VERIFIED, OTHER_VALUE, VERIFIED",
        "VERIFIED, UNAVAILABLE, VERIFIED",
        "LAPSED, FOUND, VERIFIED",
        "LAPSED, NOT_FOUND, LAPSED",
        "LAPSED, OTHER_VALUE, LAPSED",
        "LAPSED, UNAVAILABLE, LAPSED"
    })
    void firstLookup(Verification before, LookupOutcome outcome, Verification after) {
        DomainProof proof = RULES.after(proof(before, 1, null), outcome, hour(1000));
        assertThat(proof.verification()).isEqualTo(after);
        assertThat(proof.checkedAt()).isEqualTo(hour(1000));
        assertThat(proof.token()).isEqualTo("token");
    }

    @Test
    void verifiedSinceTheProofWasSeen() {
        assertThat(after(proof(Verification.PENDING, null, null), LookupOutcome.FOUND, 5)
                        .verifiedAt())
                .isEqualTo(hour(5));
        assertThat(after(proof(Verification.VERIFIED, 5, null), LookupOutcome.FOUND, 9)
                        .verifiedAt())
                .isEqualTo(hour(5));
        assertThat(after(proof(Verification.LAPSED, 5, 7), LookupOutcome.FOUND, 99)
                        .verifiedAt())
                .isEqualTo(hour(99));
    }

    @ParameterizedTest
    @EnumSource(names = {"NOT_FOUND", "OTHER_VALUE"})
    void proofLapsesWhenItIsMissedAgainAfterTheGraceTime(LookupOutcome missing) {
        DomainProof first = after(proof(Verification.VERIFIED, 1, null), missing, 10);
        assertThat(first).isEqualTo(new DomainProof(Verification.VERIFIED, "token", hour(1), hour(10), hour(10)));
        DomainProof within = after(first, missing, 81);
        assertThat(within).isEqualTo(new DomainProof(Verification.VERIFIED, "token", hour(1), hour(81), hour(10)));
        DomainProof last = after(within, missing, 82);
        assertThat(last).isEqualTo(new DomainProof(Verification.LAPSED, "token", hour(1), hour(82), hour(10)));
    }

    @Test
    void oneMissAfterALongSilenceIsNotEnough() {
        DomainProof old = proof(Verification.VERIFIED, 1, null);
        assertThat(after(old, LookupOutcome.NOT_FOUND, 10_000).verification()).isEqualTo(Verification.VERIFIED);
    }

    @Test
    void proofThatIsSeenAgainHasNeverBeenMissing() {
        DomainProof missing = proof(Verification.VERIFIED, 1, 10);
        assertThat(after(missing, LookupOutcome.FOUND, 500).missingSince()).isNull();
        assertThat(after(proof(Verification.LAPSED, 1, 10), LookupOutcome.FOUND, 500)
                        .missingSince())
                .isNull();
    }

    @Test
    void noAnswerNeverLetsAProofLapse() {
        DomainProof missing = proof(Verification.VERIFIED, 1, 10);
        DomainProof after = after(missing, LookupOutcome.UNAVAILABLE, 5000);
        assertThat(after).isEqualTo(new DomainProof(Verification.VERIFIED, "token", hour(1), hour(5000), hour(10)));
    }

    private static DomainProof after(DomainProof before, LookupOutcome outcome, int hour) {
        return RULES.after(before, outcome, hour(hour));
    }

    private static DomainProof proof(
            Verification verification, @Nullable Integer verifiedAt, @Nullable Integer missingSince) {
        return new DomainProof(
                verification,
                "token",
                verifiedAt == null ? null : hour(verifiedAt),
                null,
                missingSince == null ? null : hour(missingSince));
    }

    private static Instant hour(int hour) {
        return Instant.EPOCH.plus(Duration.ofHours(hour));
    }
}
