package io.github.orgswitcher.declared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.orgswitcher.decision.JoinMode;
import io.github.orgswitcher.decision.SignInKind;
import io.github.orgswitcher.domain.DomainRules;
import io.github.orgswitcher.domain.Refusal;
import io.github.orgswitcher.domain.RefusedDomainException;
import io.github.orgswitcher.policy.PolicySetting;
import io.github.orgswitcher.policy.PolicySettings;
import io.github.orgswitcher.policy.PolicyValues;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeclaredPolicyTest {

    private static final DomainRules RULES = new DomainRules(Set.of("blocked.example"), Set.of());

    @Test
    void noAttributesDeclareNothing() {
        DeclaredPolicy declared = DeclaredPolicy.of(Map.of("tier", List.of("gold")), RULES, group -> true);
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
        DeclaredPolicy declared = domains("gmail.com", "acme.example", "gmail.com", "a.blocked.example", "acme..com");
        assertThat(declared.domains()).containsExactly("acme.example");
        assertThat(declared.refused())
                .extracting(RefusedDomainException::domain, RefusedDomainException::refusal)
                .containsExactly(
                        tuple("gmail.com", Refusal.PUBLIC_PROVIDER),
                        tuple("a.blocked.example", Refusal.BLOCKED),
                        tuple("acme..com", Refusal.MALFORMED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"acme.example,globex.example", "acme.example##globex.example", "acme.example globex.example"})
    void listsWithinOneValueAreMalformed(String value) {
        assertThat(domains(value).refused())
                .extracting(RefusedDomainException::refusal)
                .containsExactly(Refusal.MALFORMED);
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
                    .isEqualTo(new DeclaredSettings(PolicyValues.NONE, List.of(), List.of(), new TreeMap<>()));
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
    void groupThatIsNotThereLetsNobodyIn() {
        Map<String, List<String>> attributes = Map.of(
                "org-switcher.join-mode", List.of("AUTOMATIC"),
                "org-switcher.default-groups", List.of("/staff", "/nope"));

        DeclaredSettings declared =
                DeclaredPolicy.of(attributes, RULES, "/staff"::equals).policy();

        assertThat(declared.closed()).isTrue();
        assertThat(declared.missingGroups()).containsExactly("/nope");
        assertThat(declared.values().find(PolicySettings.JOIN_MODE)).contains(JoinMode.DISABLED);
        assertThat(declared.values().find(PolicySettings.DEFAULT_GROUPS)).contains(List.of("/staff", "/nope"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"org-switcher.max-member", "Org-Switcher.max-members", "org-switcher.maxMembers"})
    void attributeThatThereIsNotLetsNobodyIn(String name) {
        DeclaredSettings declared = DeclaredPolicy.of(Map.of(name, List.of("5")), RULES, group -> true)
                .policy();

        assertThat(declared.unknown()).containsExactly(Map.entry(name, "5"));
        assertThat(declared.closed()).isTrue();
        assertThat(declared.values().find(PolicySettings.JOIN_MODE)).contains(JoinMode.DISABLED);
        assertThat(DeclaredPolicy.of(Map.of(name, List.of(" ")), RULES, group -> true)
                        .policy()
                        .closed())
                .as("blank, as the console leaves it")
                .isFalse();
        assertThat(DeclaredPolicy.of(Map.of("others.max-member", List.of("5")), RULES, group -> true)
                        .policy()
                        .closed())
                .as("another extension's")
                .isFalse();
    }

    @Test
    void eachSettingIsRead() {
        assertThat(DeclaredPolicy.of(
                                Map.of(
                                        "org-switcher.max-members", List.of(" 25 "),
                                        "org-switcher.sign-in-kinds", List.of("SOCIAL", "PASSWORDLESS", "SOCIAL"),
                                        "org-switcher.default-groups", List.of("/staff", "/staff", "/staff/new"),
                                        "org-switcher.require-verified-domain", List.of("true")),
                                RULES,
                                group -> true)
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
                        new TreeMap<>()));
    }

    private static DeclaredPolicy domains(String... values) {
        return DeclaredPolicy.of(Map.of(DeclaredPolicy.ALLOWED_DOMAINS, Arrays.asList(values)), RULES, group -> true);
    }

    private static DeclaredSettings setting(PolicySetting<?> setting, String... values) {
        return DeclaredPolicy.of(Map.of(setting.attribute(), List.of(values)), RULES, group -> true)
                .policy();
    }
}
