package io.github.orgswitcher.membership;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.decision.Candidate;
import io.github.orgswitcher.decision.JoinMode;
import io.github.orgswitcher.decision.OrganizationRef;
import io.github.orgswitcher.decision.Ruling;
import io.github.orgswitcher.decision.Standing;
import io.github.orgswitcher.decision.Verdict;
import io.github.orgswitcher.store.Found;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a page lists once a login has joined somebody to what asks no question. */
class PageListsTest {

    private static final OrganizationRef OWN = new OrganizationRef("own", "own", "Own");
    private static final Candidate FIRST = candidate("first", Verdict.AUTOMATIC);
    private static final Candidate SECOND = candidate("second", Verdict.AUTOMATIC);
    private static final Candidate OFFERED = candidate("offered", Verdict.OFFERED);

    @Test
    void whatWasJoinedIsAMembershipAndNoOffer() {
        Standing before = standing(List.of(OWN), FIRST, SECOND, OFFERED);
        PageLists lists = lists(before, List.of(OWN)).joined(made(before, "first", "second"));

        assertThat(lists.memberships().rows())
                .extracting(OrganizationRef::id)
                .containsExactly("own", "first", "second");
        assertThat(lists.offers().rows()).containsExactly(OFFERED);
        assertThat(lists.standing().memberships()).hasSize(3);
    }

    @Test
    void nothingIsOnOfferBesideTheOnlyOne() {
        Standing before = standing(List.of(), FIRST, SECOND);
        PageLists lists = lists(before, List.of()).joined(made(before, "first").single());

        assertThat(lists.memberships().rows()).extracting(OrganizationRef::id).containsExactly("first");
        assertThat(lists.offers().rows()).isEmpty();
    }

    @Test
    void whoJoinsNothingSeesTheSame() {
        PageLists lists = lists(standing(List.of(OWN), OFFERED), List.of(OWN));

        assertThat(lists.joined(lists.standing())).isEqualTo(lists);
    }

    @Test
    void listStaysAPage() {
        List<OrganizationRef> many = IntStream.range(0, PageLists.MOST)
                .mapToObj(i -> new OrganizationRef("m" + i, "m" + i, "M " + i))
                .toList();
        Standing before = standing(many, FIRST);

        assertThat(lists(before, many)
                        .joined(made(before, "first"))
                        .memberships()
                        .rows())
                .isEqualTo(many);
    }

    private static Standing made(Standing before, String... orgIds) {
        return before.automatic().made(List.of(orgIds));
    }

    private static PageLists lists(Standing standing, List<OrganizationRef> memberships) {
        List<Candidate> offers = standing.candidates();
        return new PageLists(
                standing,
                new Found<>(memberships, memberships.size(), memberships.size()),
                new Found<>(offers, offers.size(), offers.size()));
    }

    private static Standing standing(List<OrganizationRef> memberships, Candidate... candidates) {
        return new Standing(memberships, false, List.of(candidates), null, true, true, false, false, List.of());
    }

    private static Candidate candidate(String id, Verdict verdict) {
        return new Candidate(
                id, id, id, "acme.example", new Ruling(JoinMode.AUTOMATIC, false), verdict, false, false, null);
    }
}
