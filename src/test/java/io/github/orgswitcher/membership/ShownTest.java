package io.github.orgswitcher.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.orgswitcher.decision.Candidate;
import io.github.orgswitcher.decision.JoinMode;
import io.github.orgswitcher.decision.Offer;
import io.github.orgswitcher.decision.Offer.Action;
import io.github.orgswitcher.decision.Ruling;
import io.github.orgswitcher.decision.Standing;
import io.github.orgswitcher.decision.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the page has shown is all that there is for a person, and no more than it is now. */
class ShownTest {

    private static final Shown SHOWN = new Shown(List.of("acme"), false, Map.of("i", "labs"));

    @ParameterizedTest
    @CsvSource({"OFFERED, JOIN", "AUTOMATIC, JOIN", "REQUESTABLE, REQUEST"})
    void whatWasShownAndStandsIsAnOffer(Verdict verdict, Action action) {
        assertThat(SHOWN.offer(standing("acme", verdict), "acme", action))
                .extracting(Offer::orgId, Offer::action)
                .containsExactly("acme", action);
    }

    @ParameterizedTest
    @CsvSource({
        "OFFERED, REQUEST, request, orgSwitcherErrorChanged",
        "REQUESTABLE, JOIN, join, orgSwitcherErrorChanged",
        "SEATS_FULL, JOIN, join, orgSwitcherErrorSeatsFull",
        "DENIED, REQUEST, request, orgSwitcherErrorDenied",
        "DISABLED, JOIN, join, orgSwitcherErrorGone"
    })
    void whatWasShownAndStandsNoLongerIsRefusedWithWhy(
            Verdict verdict, Action action, String field, String messageKey) {
        ChoiceRefusedException refused = refusal(standing("acme", verdict), "acme", action);

        assertThat(refused.field()).isEqualTo(field);
        assertThat(refused.messageKey()).isEqualTo(messageKey);
    }

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void whatWasNotShownDoesNotExist(Verdict verdict) {
        assertThat(refusal(standing("other", verdict), "other", Action.JOIN).messageKey())
                .isEqualTo("orgSwitcherErrorGone");
    }

    @Test
    void whatIsThereNoMoreIsGone() {
        assertThat(refusal(standing("other", Verdict.OFFERED), "acme", Action.JOIN)
                        .messageKey())
                .isEqualTo("orgSwitcherErrorGone");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"acme, acme", "labs, labs", "other, -", "-, -"})
    void aRefusalNamesWhatWasShown(String orgId, String named) {
        ChoiceRefusedException refused = new ChoiceRefusedException("join", "key", "error");

        assertThat(SHOWN.named(refused, orgId).orgId()).isEqualTo(named);
    }

    private static ChoiceRefusedException refusal(Standing standing, String orgId, Action action) {
        return catchThrowableOfType(ChoiceRefusedException.class, () -> SHOWN.offer(standing, orgId, action));
    }

    private static Standing standing(String orgId, Verdict verdict) {
        Candidate candidate = new Candidate(
                orgId, orgId, orgId, "acme.example", new Ruling(JoinMode.SUGGEST, false), verdict, false, false, null);
        return new Standing(List.of(), false, List.of(candidate), null, true, true, false, false, List.of());
    }
}
