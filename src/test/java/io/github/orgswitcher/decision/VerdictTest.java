package io.github.orgswitcher.decision;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.WithNull;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {

    /** Flags: organization enabled, member, domain counts, kind counts, email verified, proof reaches, seat left. */
    @ParameterizedTest
    @CsvSource({
        "SUGGEST,   e-dkvrs, ,          OFFERED",
        "SUGGEST,   e-dkvrs, DISMISSED, OFFERED",
        "SUGGEST,   e-dkvrs, LEFT,      OFFERED",
        "SUGGEST,   e-dkvrs, REQUESTED, OFFERED",
        "SUGGEST,   e-dkvrs, JOINED,    OFFERED",
        "SUGGEST,   e-dkvrs, DENIED,    DENIED",
        "REQUEST,   e-dkvrs, ,          REQUESTABLE",
        "REQUEST,   e-dkvrs, DISMISSED, REQUESTABLE",
        "REQUEST,   e-dkvrs, LEFT,      REQUESTABLE",
        "REQUEST,   e-dkvrs, REQUESTED, REQUESTED",
        "REQUEST,   e-dkvr-, REQUESTED, REQUESTED",
        "REQUEST,   e-dk-rs, REQUESTED, EMAIL_NOT_VERIFIED",
        "REQUEST,   e-d-vrs, REQUESTED, SIGN_IN_KIND",
        "REQUEST,   e-dkvrs, DENIED,    DENIED",
        "REQUEST,   e-dkvr-, ,          SEATS_FULL",
        "AUTOMATIC, e-dkvrs, ,          AUTOMATIC",
        "AUTOMATIC, e-dkvrs, DISMISSED, AUTOMATIC",
        "AUTOMATIC, e-dkvrs, REQUESTED, AUTOMATIC",
        "AUTOMATIC, e-dkvrs, LEFT,      OFFERED",
        "AUTOMATIC, e-dkvrs, DENIED,    DENIED",
        "AUTOMATIC, e-dkvr-, ,          SEATS_FULL",
        "AUTOMATIC, e-dk-rs, ,          EMAIL_NOT_VERIFIED",
        "DISABLED,  e-dkvrs, ,          DISABLED",
        "DISABLED,  em-----, ,          MEMBER",
        "SUGGEST,   -mdkvrs, ,          ORGANIZATION_DISABLED",
        "SUGGEST,   e--kvrs, ,          DOMAIN_NOT_VERIFIED",
        "SUGGEST,   e-d-vrs, ,          SIGN_IN_KIND",
        "SUGGEST,   e-dkvr-, ,          SEATS_FULL",
        "SUGGEST,   e-dk-r-, ,          SEATS_FULL",
        "SUGGEST,   e-dk-rs, ,          EMAIL_NOT_VERIFIED",
        "SUGGEST,   e-dkv-s, ,          PROOF_ELSEWHERE",
        "AUTOMATIC, e-dkv-s, ,          PROOF_ELSEWHERE",
        "REQUEST,   e-dkv-s, ,          PROOF_ELSEWHERE",
        "REQUEST,   e-dkv-s, REQUESTED, PROOF_ELSEWHERE",
        "SUGGEST,   emdkv-s, ,          MEMBER",
        "SUGGEST,   eidkvrs, ,          INADMISSIBLE",
        "AUTOMATIC, eid-vrs, ,          INADMISSIBLE",
        "REQUEST,   eidkvrs, REQUESTED, INADMISSIBLE",
        "SUGGEST,   ei-kvrs, ,          DOMAIN_NOT_VERIFIED",
        "AUTOMATIC, eimdkvrs, ,         MEMBER"
    })
    void judges(JoinMode mode, String flags, EnrollmentStatus history, Verdict expected) {
        assertThat(Verdict.of(new Facts(
                        flags.contains("e"),
                        flags.contains("m"),
                        !flags.contains("i"),
                        mode,
                        flags.contains("d") ? DomainStatus.OPENS : DomainStatus.NOT_VERIFIED,
                        flags.contains("k"),
                        flags.contains("v"),
                        flags.contains("r"),
                        flags.contains("s"),
                        history)))
                .isEqualTo(expected);
    }

    @Property
    void nobodyComesInWithoutEveryFact(
            @ForAll boolean enabled,
            @ForAll boolean member,
            @ForAll boolean admissible,
            @ForAll JoinMode mode,
            @ForAll DomainStatus domain,
            @ForAll boolean kind,
            @ForAll boolean verified,
            @ForAll boolean reaches,
            @ForAll boolean seat,
            @ForAll @WithNull EnrollmentStatus history) {
        Verdict verdict = Verdict.of(
                new Facts(enabled, member, admissible, mode, domain, kind, verified, reaches, seat, history));
        boolean every = enabled
                && !member
                && admissible
                && mode != JoinMode.DISABLED
                && domain == DomainStatus.OPENS
                && kind
                && verified
                && reaches
                && history != EnrollmentStatus.DENIED;
        assertThat(verdict.opens() || verdict == Verdict.REQUESTED)
                .isEqualTo(every && (seat || (mode == JoinMode.REQUEST && history == EnrollmentStatus.REQUESTED)));
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_VERIFIED,      DOMAIN_NOT_VERIFIED",
        "NEEDS_PROOF,       DOMAIN_NEEDS_PROOF",
        "PROVEN_BY_ANOTHER, DOMAIN_PROVEN_BY_ANOTHER",
    })
    void saysWhyADomainIsClosed(DomainStatus status, Verdict expected) {
        assertThat(Verdict.of(new Facts(true, false, true, JoinMode.AUTOMATIC, status, true, true, true, true, null)))
                .isEqualTo(expected);
    }
}
