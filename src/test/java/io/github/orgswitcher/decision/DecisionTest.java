package io.github.orgswitcher.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.decision.Decision.Ask;
import io.github.orgswitcher.decision.Decision.JoinFirst;
import io.github.orgswitcher.decision.Decision.Proceed;
import io.github.orgswitcher.decision.DecisionTable.Case;
import io.github.orgswitcher.decision.SignIn.Request;
import io.github.orgswitcher.decision.Standing.Membership;
import io.github.orgswitcher.decision.SwitcherSettings.Show;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DecisionTest {

    private static final SignIn SIGN_IN = new SignIn(SignInKind.SOCIAL, "app", Request.NONE, null, false);
    private static final SwitcherSettings SETTINGS =
            new SwitcherSettings(Set.of(SignInKind.SOCIAL), Show.WHEN_NEEDED, false, Set.of());

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void decides(Case testCase) {
        assertThat(Decision.of(testCase.signIn(), testCase.standing(), testCase.settings()))
                .isEqualTo(testCase.expected());
    }

    static Stream<Case> cases() {
        return DecisionTable.cases();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void nobodyIsJoinedTwiceWhateverCameOfIt(Case testCase) {
        for (Standing after :
                List.of(testCase.standing().joined(), testCase.standing().notJoined())) {
            assertThat(Decision.of(testCase.signIn(), after, testCase.settings()))
                    .isNotInstanceOf(JoinFirst.class);
        }
    }

    @Test
    void whatWasJoinedIsTheOnlyMembershipToGoOnWith() {
        assertThat(Decision.of(SIGN_IN, automatic().joined(), SETTINGS)).isEqualTo(new Proceed("id-acme"));
    }

    @Test
    void whatCouldNotBeJoinedIsOffered() {
        Standing standing = automatic().notJoined();
        assertThat(standing.offer("id-acme", Standing.Offer.Action.JOIN)).isPresent();
        assertThat(Decision.of(SIGN_IN, standing, SETTINGS)).isEqualTo(new Ask(null));
    }

    @Test
    void whatIsJoinedTakesItsPlaceByName() {
        Standing standing = new Standing(
                List.of(new Membership("1", "b", "beta"), new Membership("2", "d", "Delta")),
                List.of(new Candidate("3", "c", "Charlie", "acme.example", Verdict.AUTOMATIC, false)),
                null,
                false,
                false);
        assertThat(standing.joined().memberships())
                .extracting(Membership::name)
                .containsExactly("beta", "Charlie", "Delta");
    }

    private static Standing automatic() {
        return new Standing(
                List.of(),
                List.of(new Candidate("id-acme", "acme", "Acme", "acme.example", Verdict.AUTOMATIC, false)),
                null,
                false,
                false);
    }
}
