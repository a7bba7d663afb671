package io.github.orgswitcher.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.decision.Decision.Ask;
import io.github.orgswitcher.decision.Decision.JoinFirst;
import io.github.orgswitcher.decision.Decision.Proceed;
import io.github.orgswitcher.decision.DecisionTable.Case;
import io.github.orgswitcher.decision.SignIn.Request;
import io.github.orgswitcher.decision.Standing.Choice;
import io.github.orgswitcher.decision.SwitcherSettings.Show;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class DecisionTest {

    private static final SignIn SIGN_IN =
            new SignIn(SignInKind.SOCIAL, "app", Request.NONE, null, false, false, false, false);
    private static final SwitcherSettings SETTINGS =
            new SwitcherSettings(Set.of(SignInKind.SOCIAL), Show.WHEN_NEEDED, false, Set.of());

    private static final List<OrganizationRef> MEMBERSHIPS =
            List.of(new OrganizationRef("1", "b", "beta"), new OrganizationRef("2", "d", "Delta"));
    private static final Candidate OFFER = new Candidate(
            "3",
            "c",
            "Charlie",
            "acme.example",
            new Ruling(JoinMode.SUGGEST, false),
            Verdict.OFFERED,
            false,
            false,
            null);

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void decides(Case testCase) {
        assertThat(Decision.of(testCase.signIn(), testCase.standing(), testCase.settings()))
                .isEqualTo(testCase.expected());
    }

    static Stream<Case> cases() {
        return Stream.of(DecisionTable.cases(), DecisionTable.byInvitationMail(), DecisionTable.inadmissible())
                .flatMap(cases -> cases);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void nobodyIsJoinedTwiceWhateverCameOfIt(Case testCase) {
        Standing standing = testCase.standing();
        AutomaticJoins automatic = standing.automatic();
        for (Standing after : List.of(automatic.made(automatic.orgIds()), automatic.failed(automatic.orgIds()))) {
            assertThat(Decision.of(testCase.signIn(), after, testCase.settings()))
                    .isNotInstanceOf(JoinFirst.class);
        }
    }

    @Test
    void whatWasJoinedIsTheOnlyMembershipToGoOnWith() {
        assertThat(Decision.of(SIGN_IN, automatic().automatic().made(List.of("id-acme")), SETTINGS))
                .isEqualTo(new Proceed(new Choice("id-acme"), false));
    }

    @ParameterizedTest
    @EnumSource(Request.class)
    void whoeverCancelsGoesOnWithWhatTheSessionHas(Request request) {
        Standing many =
                new Standing(MEMBERSHIPS, false, List.of(OFFER), new Choice("1"), true, true, false, false, List.of());

        assertThat(Decision.of(asking(request, false).afterCancel(), many, SETTINGS))
                .isEqualTo(new Proceed(new Choice("1"), false));
        assertThat(Decision.of(asking(request, true).afterCancel(), many, SETTINGS))
                .as("or with what the scope names")
                .isEqualTo(new Proceed(null, true));
    }

    @Test
    void whoeverCancelsBeforeAnyChoiceGoesOnWithNothingChosen() {
        Standing many = new Standing(MEMBERSHIPS, false, List.of(OFFER), null, true, true, false, false, List.of());
        assertThat(Decision.of(asking(Request.ACTION, false).afterCancel(), many, SETTINGS))
                .isEqualTo(new Proceed(null, false));
    }

    @Test
    void nobodyCancelsWhereAnOrganizationIsRequiredAndThereIsNone() {
        SwitcherSettings required = new SwitcherSettings(Set.of(SignInKind.SOCIAL), Show.WHEN_NEEDED, true, Set.of());
        SignIn cancelled = asking(Request.ACTION, false).afterCancel();
        for (List<OrganizationRef> memberships : List.of(List.<OrganizationRef>of(), MEMBERSHIPS)) {
            Standing standing =
                    new Standing(memberships, false, List.of(), new Choice(null), true, false, true, false, List.of());
            assertThat(Decision.of(cancelled, standing, required)).isEqualTo(new Ask(null));
        }
        Standing active =
                new Standing(MEMBERSHIPS, false, List.of(OFFER), new Choice("2"), true, false, true, false, List.of());
        assertThat(Decision.of(cancelled, active, required)).isEqualTo(new Proceed(new Choice("2"), false));
    }

    private static SignIn asking(Request request, boolean several) {
        return new SignIn(SignInKind.SOCIAL, "app", request, null, false, several, false, false);
    }

    @Test
    void whatCouldNotBeJoinedIsOffered() {
        Standing standing = automatic().automatic().failed(List.of("id-acme"));
        assertThat(standing.offer("id-acme", Offer.Action.JOIN)).isPresent();
        assertThat(Decision.of(SIGN_IN, standing, SETTINGS)).isEqualTo(new Ask(null));
    }

    @Test
    void whatIsJoinedTakesItsPlaceByName() {
        Standing standing = new Standing(
                List.of(new OrganizationRef("1", "b", "beta"), new OrganizationRef("2", "d", "Delta")),
                true,
                List.of(new Candidate(
                        "3",
                        "c",
                        "Charlie",
                        "acme.example",
                        new Ruling(JoinMode.SUGGEST, false),
                        Verdict.AUTOMATIC,
                        false,
                        false,
                        null)),
                null,
                true,
                false,
                false,
                false,
                List.of());
        assertThat(standing.automatic().made(List.of("3")).memberships())
                .extracting(OrganizationRef::name)
                .containsExactly("beta", "Charlie", "Delta");
    }

    private static Standing automatic() {
        return new Standing(
                List.of(),
                false,
                List.of(new Candidate(
                        "id-acme",
                        "acme",
                        "Acme",
                        "acme.example",
                        new Ruling(JoinMode.SUGGEST, false),
                        Verdict.AUTOMATIC,
                        false,
                        false,
                        null)),
                null,
                true,
                false,
                false,
                false,
                List.of());
    }
}
