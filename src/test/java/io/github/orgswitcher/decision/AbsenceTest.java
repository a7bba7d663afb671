package io.github.orgswitcher.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.decision.Absence.Circumstances;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AbsenceTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            OFFERED,               -,         NOT_SIGNED_IN_SINCE
            OFFERED,               DISMISSED, DISMISSED
            OFFERED,               LEFT,      LEFT
            OFFERED,               JOINED,    LEFT
            OFFERED,               REQUESTED, REQUESTED
            REQUESTABLE,           DENIED,    DENIED
            REQUESTED,             REQUESTED, REQUESTED
            AUTOMATIC,             DISMISSED, NOT_SIGNED_IN_SINCE
            SEATS_FULL,            DISMISSED, SEATS_FULL
            DENIED,                DENIED,    DENIED
            SIGN_IN_KIND,          -,         SIGN_IN_KIND
            DOMAIN_NEEDS_PROOF,    LEFT,      DOMAIN_NEEDS_PROOF
            DISABLED,              DENIED,    DISABLED
            ORGANIZATION_DISABLED, -,         ORGANIZATION_DISABLED
            """)
    void theVerdictIsTheReasonAndThenWhatHasHappened(
            Verdict verdict, @Nullable EnrollmentStatus status, Absence absence) {
        assertThat(Absence.of(verdict, new Circumstances(true, false, false, false, status)))
                .isEqualTo(absence);
    }

    @Test
    void whatIsKnownOfTheAccountComesBeforeWhatHasHappened() {
        assertThat(Absence.of(Verdict.OFFERED, new Circumstances(false, false, false, false, null)))
                .isEqualTo(Absence.USER_DISABLED);
        assertThat(Absence.of(Verdict.DISABLED, new Circumstances(false, false, false, false, null)))
                .isEqualTo(Absence.DISABLED);
        assertThat(Absence.of(Verdict.OFFERED, new Circumstances(true, true, false, true, null)))
                .isEqualTo(Absence.SET_ASIDE);
        assertThat(Absence.of(Verdict.OFFERED, new Circumstances(true, false, true, true, null)))
                .isEqualTo(Absence.INVITED);
        assertThat(Absence.of(Verdict.OFFERED, new Circumstances(true, false, true, false, null)))
                .isEqualTo(Absence.NEVER_SIGNED_IN);
    }

    /** What somebody has decided, nobody overrides by the way. */
    @Test
    void decisionsAreNotOverridden() {
        assertThat(Stream.of(
                        Absence.DENIED, Absence.LEFT, Absence.USER_DISABLED, Absence.SET_ASIDE, Absence.SEATS_FULL))
                .noneMatch(absence -> absence.isInvitable() || absence.isJoinable());
        assertThat(Stream.of(Absence.values()).filter(Absence::isJoinable))
                .containsExactlyInAnyOrder(
                        Absence.INVITED,
                        Absence.REQUESTED,
                        Absence.DISMISSED,
                        Absence.NEVER_SIGNED_IN,
                        Absence.NOT_SIGNED_IN_SINCE);
    }

    @Test
    void everyVerdictOfWhoIsNoMemberHasAReason() {
        assertThat(Stream.of(Verdict.values()).filter(verdict -> verdict != Verdict.MEMBER))
                .allSatisfy(
                        verdict -> assertThat(Absence.of(verdict, new Circumstances(true, false, false, false, null)))
                                .isNotNull());
    }
}
