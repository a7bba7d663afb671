package io.github.orgswitcher.decision;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.WithNull;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {

    /** Flags: organization enabled, member, domain counts, kind counts, email verified, seat left. */
    @ParameterizedTest
    @CsvSource({
        "SUGGEST,   e-dkvs, ,          OFFERED",
        "SUGGEST,   e-dkvs, DISMISSED, OFFERED",
        "SUGGEST,   e-dkvs, LEFT,      OFFERED",
        "SUGGEST,   e-dkvs, REQUESTED, OFFERED",
        "SUGGEST,   e-dkvs, JOINED,    OFFERED",
        "SUGGEST,   e-dkvs, DENIED,    DENIED",
        "REQUEST,   e-dkvs, ,          REQUESTABLE",
        "REQUEST,   e-dkvs, DISMISSED, REQUESTABLE",
        "REQUEST,   e-dkvs, LEFT,      REQUESTABLE",
        "REQUEST,   e-dkvs, REQUESTED, REQUESTED",
        "REQUEST,   e-dkv-, REQUESTED, REQUESTED",
        "REQUEST,   e-dk-s, REQUESTED, EMAIL_NOT_VERIFIED",
        "REQUEST,   e-d-vs, REQUESTED, SIGN_IN_KIND",
        "REQUEST,   e-dkvs, DENIED,    DENIED",
        "REQUEST,   e-dkv-, ,          SEATS_FULL",
        "AUTOMATIC, e-dkvs, ,          AUTOMATIC",
        "AUTOMATIC, e-dkvs, DISMISSED, AUTOMATIC",
        "AUTOMATIC, e-dkvs, REQUESTED, AUTOMATIC",
        "AUTOMATIC, e-dkvs, LEFT,      OFFERED",
        "AUTOMATIC, e-dkvs, DENIED,    DENIED",
        "AUTOMATIC, e-dkv-, ,          SEATS_FULL",
        "AUTOMATIC, e-dk-s, ,          EMAIL_NOT_VERIFIED",
        "DISABLED,  e-dkvs, ,          DISABLED",
        "DISABLED,  em----, ,          MEMBER",
        "SUGGEST,   -mdkvs, ,          ORGANIZATION_DISABLED",
        "SUGGEST,   e--kvs, ,          DOMAIN_NOT_VERIFIED",
        "SUGGEST,   e-d-vs, ,          SIGN_IN_KIND",
        "SUGGEST,   e-dkv-, ,          SEATS_FULL",
        "SUGGEST,   e-dk--, ,          SEATS_FULL",
        "SUGGEST,   e-dk-s, ,          EMAIL_NOT_VERIFIED"
    })
    void judges(JoinMode mode, String flags, EnrollmentStatus history, Verdict expected) {
        assertThat(Verdict.of(new Claim(
                        flags.contains("e"),
                        flags.contains("m"),
                        mode,
                        flags.contains("d"),
                        flags.contains("k"),
                        flags.contains("v"),
                        flags.contains("s"),
                        history)))
                .isEqualTo(expected);
    }

    @Property
    void nobodyComesInWithoutEveryFact(
            @ForAll boolean enabled,
            @ForAll boolean member,
            @ForAll JoinMode mode,
            @ForAll boolean domain,
            @ForAll boolean kind,
            @ForAll boolean verified,
            @ForAll boolean seat,
            @ForAll @WithNull EnrollmentStatus history) {
        Verdict verdict = Verdict.of(new Claim(enabled, member, mode, domain, kind, verified, seat, history));
        boolean every = enabled
                && !member
                && mode != JoinMode.DISABLED
                && domain
                && kind
                && verified
                && history != EnrollmentStatus.DENIED;
        assertThat(verdict.opens() || verdict == Verdict.REQUESTED)
                .isEqualTo(every && (seat || (mode == JoinMode.REQUEST && history == EnrollmentStatus.REQUESTED)));
    }
}
