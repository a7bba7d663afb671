package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.decision.Candidate;
import io.github.orgswitcher.decision.Invitation;
import io.github.orgswitcher.decision.JoinMode;
import io.github.orgswitcher.decision.OrganizationRef;
import io.github.orgswitcher.decision.Ruling;
import io.github.orgswitcher.decision.Standing;
import io.github.orgswitcher.decision.Verdict;
import io.github.orgswitcher.membership.PageLists;
import io.github.orgswitcher.store.Found;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the pages where people choose have in common. */
class PagePartsTest {

    private static final OrganizationRef ACME = new OrganizationRef("1", "acme", "Acme");
    private static final Candidate OFFER = new Candidate(
            ACME.id(),
            ACME.alias(),
            ACME.name(),
            "acme.example",
            new Ruling(JoinMode.SUGGEST, false),
            Verdict.OFFERED,
            false,
            false,
            null);
    private static final Typed TYPED = new Typed("ac", "Acme Labs", true);

    @ParameterizedTest
    @CsvSource({"0, 0, false", "9, 0, false", "5, 5, true", "0, 10, true"})
    void manyOrganizationsAreSearched(long memberships, long offers, boolean shown) {
        SearchField field = new SearchField(
                new PageLists(
                        standing(true),
                        new Found<>(List.of(), memberships, memberships),
                        new Found<>(List.of(), offers, offers)),
                Typed.NOTHING);

        assertThat(field.isShown()).isEqualTo(shown);
        assertThat(field.getTotal()).isEqualTo(memberships + offers);
        assertThat(field.getText()).isEmpty();
    }

    @Test
    void whatASearchFindsIsCountedWithoutWhatInvites() {
        Found<OrganizationRef> memberships = new Found<>(List.of(), 3, 30);
        Found<Candidate> offers = new Found<>(List.of(OFFER), 2, 20);
        SearchField found = new SearchField(new PageLists(standing(true), memberships, offers), TYPED);
        SearchField inviting = new SearchField(
                new PageLists(standing(true, new Invitation("i", ACME, Instant.MAX, true, false)), memberships, offers),
                TYPED);

        assertThat(found.getText()).isEqualTo("ac");
        assertThat(found.getFound()).isEqualTo(5);
        assertThat(found.getTotal()).isEqualTo(50);
        assertThat(inviting.getFound()).isEqualTo(4);
        assertThat(inviting.getTotal()).isEqualTo(49);
    }

    @Test
    void whoMayCreateNothingHasNoForm() {
        assertThat(CreationForm.of(standing(false), TYPED, "acme.example")).isNull();
    }

    @Test
    void whatWasTypedIsInTheFormAgain() {
        CreationForm form = CreationForm.of(standing(true), TYPED, "xn--bcher-kva.example");

        assertThat(form).isNotNull();
        assertThat(form.getName()).isEqualTo("Acme Labs");
        assertThat(form.isAllowColleagues()).isTrue();
        assertThat(form.getColleaguesDomain())
                .hasToString("ShownDomain[text=bücher.example, written=xn--bcher-kva.example]");
    }

    @Test
    void colleaguesNeedADomain() {
        CreationForm form = CreationForm.of(standing(true), Typed.NOTHING, null);

        assertThat(form).isNotNull();
        assertThat(form.getColleaguesDomain()).isNull();
        assertThat(form.getName()).isEmpty();
    }

    @Test
    void searchIsReadWithoutWhatIsAroundIt() {
        MultivaluedMap<String, String> posted = new MultivaluedHashMap<>();
        posted.putSingle("search", " ac ");
        posted.putSingle("name", " Acme Labs ");

        assertThat(Typed.in(new PostedForm(posted))).isEqualTo(new Typed("ac", " Acme Labs ", false));
        assertThat(Typed.in(new PostedForm(new MultivaluedHashMap<>()))).isEqualTo(Typed.NOTHING);
    }

    private static Standing standing(boolean mayCreate, Invitation... invitations) {
        return new Standing(List.of(), false, List.of(), null, true, mayCreate, false, false, List.of(invitations));
    }
}
