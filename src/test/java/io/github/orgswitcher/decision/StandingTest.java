package io.github.orgswitcher.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is left to choose where nobody belongs to two organizations. */
class StandingTest {

    private static final OrganizationRef ACME = new OrganizationRef("1", "acme", "Acme");
    private static final Invitation INVITATION = new Invitation("i", ACME, Instant.MAX, true, false);

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void whoBelongsToOneIsOpenToNoOther(Verdict verdict) {
        Standing standing = standing(List.of(ACME), verdict).single();

        assertThat(standing.offers()).isEmpty();
        assertThat(standing.automatic().orgIds()).isEmpty();
        assertThat(standing.requests()).isEmpty();
        assertThat(standing.offersHidden()).isFalse();
        assertThat(standing.mayCreate()).isFalse();
        assertThat(standing.invitations()).isEmpty();
        assertThat(standing.memberships()).containsExactly(ACME);
    }

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void whoBelongsToADisabledOneIsOpenToNoOther(Verdict verdict) {
        Standing open = standing(List.of(), verdict);
        Standing standing =
                new Standing(List.of(), true, open.candidates(), null, true, true, false, false, List.of(INVITATION));

        assertThat(standing.single().offers()).isEmpty();
        assertThat(standing.single().automatic().orgIds()).isEmpty();
        assertThat(standing.single().mayCreate()).isFalse();
        assertThat(standing.single().invitations()).isEmpty();
        assertThat(standing.offers()).as("where one may belong to two").isEqualTo(open.offers());
    }

    @ParameterizedTest
    @EnumSource(
            value = Verdict.class,
            names = {"DENIED", "DISABLED", "ORGANIZATION_DISABLED", "DOMAIN_NEEDS_PROOF", "MEMBER"})
    void anotherReasonStaysTheReason(Verdict verdict) {
        assertThat(standing(List.of(ACME), verdict).single().candidates())
                .extracting(Candidate::verdict)
                .containsOnly(verdict);
    }

    @Test
    void whoBelongsToNoneHasEverything() {
        Standing standing = standing(List.of(), Verdict.OFFERED);
        assertThat(standing.single()).isEqualTo(standing);
    }

    @Test
    void ofSeveralThatAskNoQuestionOneIsJoined() {
        Standing standing =
                standing(List.of(), Verdict.AUTOMATIC, Verdict.AUTOMATIC).single();

        assertThat(standing.automatic().orgIds()).containsExactly("c0");
        assertThat(standing.offers()).hasSize(2);
        Standing after =
                standing.automatic().made(standing.automatic().orgIds()).single();
        assertThat(after.memberships()).hasSize(1);
        assertThat(after.offers()).isEmpty();
    }

    private static Standing standing(List<OrganizationRef> memberships, Verdict... verdicts) {
        List<Candidate> candidates = Stream.iterate(0, i -> i < verdicts.length, i -> i + 1)
                .map(i -> new Candidate(
                        "c" + i,
                        "c" + i,
                        "C " + i,
                        "acme.example",
                        new Ruling(JoinMode.SUGGEST, false),
                        verdicts[i],
                        false,
                        false,
                        null))
                .toList();
        return new Standing(memberships, false, candidates, null, true, true, false, false, List.of(INVITATION));
    }
}
