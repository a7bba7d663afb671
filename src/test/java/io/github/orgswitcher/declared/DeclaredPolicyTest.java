package io.github.orgswitcher.declared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.orgswitcher.decision.JoinMode;
import io.github.orgswitcher.decision.SignInKind;
import io.github.orgswitcher.domain.DomainRules;
import io.github.orgswitcher.domain.Refusal;
import io.github.orgswitcher.domain.RefusedDomainException;
import io.github.orgswitcher.domain.ShownText;
import io.github.orgswitcher.policy.PolicySetting;
import io.github.orgswitcher.policy.PolicySettings;
import io.github.orgswitcher.policy.PolicyValues;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeclaredPolicyTest {

    private static final DomainRules RULES = new DomainRules(Set.of("blocked.example"), Set.of());

    /** One that has every group, and nothing else. */
    private static final Owner ANY = new Owner(group -> true, Map.of());

    @Test
    void noAttributesDeclareNothing() {
        DeclaredPolicy declared = declared(Map.of("tier", List.of("gold")), ANY);
        assertThat(declared.domains()).isEmpty();
        assertThat(declared.refused()).isEmpty();
        assertThat(declared.policy().values()).isEqualTo(PolicyValues.NONE);
        assertThat(declared.policy().refused()).isEmpty();
    }

    @Test
    void eachValueIsOneDomainInItsOneSpelling() {
        DeclaredPolicy declared = domains(" ACME.example ", "acme.example", "*.bücher.example", "", "  ", null);
        assertThat(declared.domains()).containsExactly("acme.example", "*.xn--bcher-kva.example");
        assertThat(declared.refused()).isEmpty();
    }

    @Test
    void refusedValuesAreToldOnceAndLeaveTheOthersAlone() {
        DeclaredPolicy declared = domains("gmail.com", "acme.example", "gmail.com", "a.blocked.example");
        assertThat(declared.domains()).containsExactly("acme.example");
        assertThat(declared.policy().closed()).isFalse();
        assertThat(declared.refused())
                .extracting(RefusedDomainException::domain, RefusedDomainException::refusal)
                .containsExactly(
                        tuple("gmail.com", Refusal.PUBLIC_PROVIDER), tuple("a.blocked.example", Refusal.BLOCKED));
    }

    /** It may be meant as an exception, by whatever sign it was to be told from what it says. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "contractors..acme.example",
                "contractors.acme.example,interns.acme.example",
                "contractors.acme.example##interns.acme.example",
                "contractors.acme.example##DISABLED",
                "contractors.acme.example,DISABLED",
                "contractors.acme.example\uff0cDISABLED",
                "contractors.acme.example\u3002DISABLED",
                "contractors.acme.example(DISABLED)",
                "contractors.acme.example->REQUEST",
                "contractors.acme.example\u2192REQUEST",
                "contractors.acme.example\u2013REQUEST",
                "contractors.acme.example-DISABLED",
                "contractors.acme.example_DISABLED",
                "contractors.acme.example.disabled",
                "contractors.acme.exampleAUTOMATIC",
                "contractors.acme.example+SUGGEST",
                "contractors.acme.example\u200bDISABLED",
                "contractors.acme.example@DISABLED",
                "\"contractors.acme.example\" DISABLED"
            })
    void valueThatIsNoDomainKeepsEverybodyOut(String value) {
        DeclaredPolicy declared = domains("*.acme.example AUTOMATIC", value);
        assertThat(declared.domains()).containsExactly("*.acme.example");
        assertThat(declared.policy().closed()).isTrue();
        assertThat(declared.policy().misread()).containsExactly(DeclaredPolicy.ALLOWED_DOMAINS);
        assertThat(declared.refused())
                .extracting(RefusedDomainException::domain, RefusedDomainException::refusal)
                .containsExactly(tuple(ShownText.of(value), Refusal.UNREADABLE));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "contractors.acme.example REQUEST, REQUEST, -",
                "' Contractors.ACME.example\t AUTOMATIC  ', AUTOMATIC, -",
                "contractors.acme.example\u00a0DISABLED, DISABLED, -",
                "contractors.acme.example, -, -",
                "contractors.acme.example REQUEST /guests, REQUEST, /guests",
                "contractors.acme.example REQUEST /guests/of us  /more, REQUEST, /guests/of us|/more",
                "contractors.acme.example /guests, -, /guests",
                "contractors.acme.example NO_GROUPS, -, ''",
                "contractors.acme.example SUGGEST NO_GROUPS, SUGGEST, ''"
            })
    void behindADomainStandsWhatItSaysForItself(String value, @Nullable JoinMode mode, @Nullable String groups) {
        DeclaredPolicy declared = domains(value);
        assertThat(declared.policies())
                .containsExactly(Map.entry(
                        "contractors.acme.example",
                        PolicyValues.NONE
                                .with(PolicySettings.JOIN_MODE, Optional.ofNullable(mode))
                                .with(
                                        PolicySettings.DEFAULT_GROUPS,
                                        Optional.ofNullable(groups)
                                                .map(text ->
                                                        text.isEmpty() ? List.of() : List.of(text.split("\\|"))))));
        assertThat(declared.refused()).isEmpty();
        assertThat(declared.policy().closed()).isFalse();
    }

    /** It may be meant to keep people out, whom another domain lets in. */
    @ParameterizedTest
    @CsvSource({
        "contractors.acme.example REQEST, UNREADABLE",
        "contractors.acme.example request, UNREADABLE",
        "contractors.acme.example REQUEST SUGGEST, UNREADABLE",
        "contractors.acme.example REQUEST guests, UNREADABLE",
        "contractors.acme.example /guests REQUEST, -",
        "contractors.acme.example NO_GROUPS /guests, UNREADABLE",
        "contractors.acme.example NO_GROUPS REQUEST, UNREADABLE",
        "acme.example globex.example, UNREADABLE",
        "contractors..acme.example DISABLED, UNREADABLE",
        "contractors.acme.example:DISABLED, UNREADABLE",
        "contractors.acme.example=DISABLED, UNREADABLE",
        "*.acme.example AUTOMATIC, UNREADABLE"
    })
    void whatCannotBeUnderstoodBehindADomainKeepsEverybodyOut(String value, String refusal) {
        DeclaredPolicy declared = declared(
                Map.of(DeclaredPolicy.ALLOWED_DOMAINS, List.of("*.acme.example SUGGEST", value)),
                new Owner("/guests"::equals, Map.of()));
        assertThat(declared.policy().closed()).isTrue();
        assertThat(declared.policy().values().find(PolicySettings.JOIN_MODE)).contains(JoinMode.DISABLED);
        assertThat(declared.policies()).containsKey("*.acme.example").allSatisfy((domain, policy) -> assertThat(policy)
                .isEqualTo(PolicyValues.NONE));
        assertThat(declared.refused())
                .extracting(refused -> refused.domain() + ", " + refused.refusal())
                .isEqualTo(refusal.equals("-") ? List.of() : List.of(value + ", " + refusal));
        assertThat(declared.policy().missingGroups())
                .extracting(MissingGroup::group)
                .isEqualTo(refusal.equals("-") ? List.of("/guests REQUEST") : List.of());
    }

    @Test
    void whatRestSaysOfADomainTheAttributesDoNotContradictInSilence() {
        PolicyValues automatic = PolicyValues.NONE.with(PolicySettings.JOIN_MODE, Optional.of(JoinMode.AUTOMATIC));
        Owner owner = new Owner(group -> true, Map.of("acme.example", automatic));
        DeclaredPolicy other = declared(Map.of(DeclaredPolicy.ALLOWED_DOMAINS, List.of("acme.example REQUEST")), owner);
        assertThat(other.policy().closed()).isTrue();
        assertThat(other.refused()).extracting(RefusedDomainException::refusal).containsExactly(Refusal.HELD);
        for (String same : List.of("acme.example", "acme.example AUTOMATIC")) {
            assertThat(declared(Map.of(DeclaredPolicy.ALLOWED_DOMAINS, List.of(same)), owner)
                            .policy()
                            .closed())
                    .as(same)
                    .isFalse();
        }
    }

    private static DeclaredPolicy declared(Map<String, List<String>> attributes, Owner owner) {
        return DeclaredPolicy.of(attributes, DeclaredDomains.of(attributes, RULES::allow), owner);
    }

    @ParameterizedTest
    @CsvSource({"SUGGEST, SUGGEST", "' DISABLED ', DISABLED", "REQUEST, REQUEST", "AUTOMATIC, AUTOMATIC"})
    void joinModeIsTheAttributes(String value, JoinMode expected) {
        DeclaredSettings declared = setting(PolicySettings.JOIN_MODE, value);
        assertThat(declared.values().get(PolicySettings.JOIN_MODE)).isEqualTo(expected);
        assertThat(declared.refused()).isEmpty();
    }

    @Test
    void blankValuesAreAbsent() {
        for (PolicySetting<?> setting : PolicySettings.ALL) {
            assertThat(setting(setting, " "))
                    .isEqualTo(new DeclaredSettings(PolicyValues.NONE, List.of(), List.of(), new TreeMap<>(), false));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "joinMode, suggest",
        "joinMode, EVERYONE",
        "joinMode, 'SUGGEST,DISABLED'",
        "maxMembers, 0",
        "maxMembers, -1",
        "maxMembers, many",
        "maxMembers, 99999999999",
        "signInKinds, social",
        "signInKinds, 'SOCIAL,PASSWORD'",
        "requireVerifiedDomain, yes"
    })
    void whatCannotBeUnderstoodKeepsPeopleOut(String field, String value) {
        PolicySetting<?> setting = PolicySettings.ALL.stream()
                .filter(each -> each.field().equals(field))
                .findFirst()
                .orElseThrow();
        DeclaredSettings declared = setting(setting, value);
        assertThat(declared.values().get(PolicySettings.JOIN_MODE)).isEqualTo(JoinMode.DISABLED);
        assertThat(declared.refused())
                .extracting(RefusedSetting::setting, RefusedSetting::value)
                .containsExactly(tuple(setting, value));
    }

    @Test
    void severalValuesWhereOneIsMeantKeepPeopleOut() {
        DeclaredSettings declared = setting(PolicySettings.JOIN_MODE, "SUGGEST", "REQUEST");
        assertThat(declared.values().get(PolicySettings.JOIN_MODE)).isEqualTo(JoinMode.DISABLED);
        assertThat(declared.refused()).extracting(RefusedSetting::value).containsExactly("SUGGEST, REQUEST");
        assertThat(setting(PolicySettings.MAX_MEMBERS, "5", "7").values().find(PolicySettings.MAX_MEMBERS))
                .isEmpty();
    }

    @Test
    void moreGroupsThanCanBeStoredKeepPeopleOut() {
        DeclaredSettings declared =
                setting(PolicySettings.DEFAULT_GROUPS, "/" + "a".repeat(1500), "/" + "b".repeat(1500));
        assertThat(declared.values().get(PolicySettings.JOIN_MODE)).isEqualTo(JoinMode.DISABLED);
        assertThat(declared.values().get(PolicySettings.DEFAULT_GROUPS)).isEmpty();
        assertThat(declared.refused())
                .extracting(RefusedSetting::setting, RefusedSetting::messageKey)
                .containsExactly(tuple(PolicySettings.DEFAULT_GROUPS, "orgSwitcherDefaultGroupsTooMany"));
    }

    @Test
    void refusedValuesAreFitToBeShown() {
        assertThat(setting(PolicySettings.JOIN_MODE, "SUG\nGEST" + "!".repeat(500))
                        .refused())
                .extracting(RefusedSetting::value)
                .allMatch(value -> value.startsWith("SUGGEST!") && value.length() == 100);
    }

    @Test
    void groupThatIsNotThereIsToldByTheAttributeThatNamesIt() {
        Map<String, List<String>> attributes = Map.of(
                "org-switcher.manager-group",
                List.of("/nobody"),
                DeclaredPolicy.ALLOWED_DOMAINS,
                List.of("acme.example /nowhere"));
        assertThat(declared(attributes, new Owner(group -> false, Map.of()))
                        .policy()
                        .misread())
                .containsExactly("org-switcher.manager-group", DeclaredPolicy.ALLOWED_DOMAINS);
    }

    @Test
    void groupThatIsNotThereLetsNobodyIn() {
        Map<String, List<String>> attributes = Map.of(
                "org-switcher.join-mode", List.of("AUTOMATIC"),
                "org-switcher.default-groups", List.of("/staff", "/nope"));

        DeclaredSettings declared =
                declared(attributes, new Owner("/staff"::equals, Map.of())).policy();

        assertThat(declared.closed()).isTrue();
        assertThat(declared.missingGroups()).extracting(MissingGroup::group).containsExactly("/nope");
        assertThat(declared.values().find(PolicySettings.JOIN_MODE)).contains(JoinMode.DISABLED);
        assertThat(declared.values().find(PolicySettings.DEFAULT_GROUPS)).contains(List.of("/staff", "/nope"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"org-switcher.max-member", "Org-Switcher.max-members", "org-switcher.maxMembers"})
    void attributeThatThereIsNotLetsNobodyIn(String name) {
        DeclaredSettings declared = declared(Map.of(name, List.of("5")), ANY).policy();

        assertThat(declared.unknown()).containsExactly(Map.entry(name, "5"));
        assertThat(declared.closed()).isTrue();
        assertThat(declared.values().find(PolicySettings.JOIN_MODE)).contains(JoinMode.DISABLED);
        assertThat(declared(Map.of(name, List.of(" ")), ANY).policy().closed())
                .as("blank, as the console leaves it")
                .isFalse();
        assertThat(declared(Map.of("others.max-member", List.of("5")), ANY)
                        .policy()
                        .closed())
                .as("another extension's")
                .isFalse();
    }

    @Test
    void eachSettingIsRead() {
        assertThat(declared(
                                Map.of(
                                        "org-switcher.max-members", List.of(" 25 "),
                                        "org-switcher.sign-in-kinds", List.of("SOCIAL", "PASSWORDLESS", "SOCIAL"),
                                        "org-switcher.default-groups", List.of("/staff", "/staff", "/staff/new"),
                                        "org-switcher.require-verified-domain", List.of("true")),
                                ANY)
                        .policy())
                .isEqualTo(new DeclaredSettings(
                        PolicyValues.NONE
                                .with(PolicySettings.MAX_MEMBERS, Optional.of(25))
                                .with(
                                        PolicySettings.SIGN_IN_KINDS,
                                        Optional.of(Set.of(SignInKind.SOCIAL, SignInKind.PASSWORDLESS)))
                                .with(PolicySettings.DEFAULT_GROUPS, Optional.of(List.of("/staff", "/staff/new")))
                                .with(PolicySettings.REQUIRE_VERIFIED_DOMAIN, Optional.of(true)),
                        List.of(),
                        List.of(),
                        new TreeMap<>(),
                        false));
    }

    private static DeclaredPolicy domains(String... values) {
        return declared(Map.of(DeclaredPolicy.ALLOWED_DOMAINS, Arrays.asList(values)), ANY);
    }

    private static DeclaredSettings setting(PolicySetting<?> setting, String... values) {
        return declared(Map.of(setting.attribute(), List.of(values)), ANY).policy();
    }
}
