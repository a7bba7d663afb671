package io.github.orgswitcher.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.orgswitcher.decision.JoinMode;
import io.github.orgswitcher.decision.SignInKind;
import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.Field;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

class PolicySettingsTest {

    private static final List<Path> ENGLISH = List.of(
            Path.of("src/main/resources/theme-resources/messages/messages_en.properties"),
            Path.of("themes/org-switcher/admin/messages/messages_en.properties"));

    static final List<PolicySetting<?>> SETTINGS = PolicySettings.ALL;

    @Test
    void allAreListed() throws IllegalAccessException {
        List<Object> constants = new ArrayList<>();
        for (Field field : PolicySettings.class.getFields()) {
            if (field.getType() == PolicySetting.class) {
                constants.add(field.get(null));
            }
        }
        assertThat(PolicySettings.ALL)
                .containsExactlyElementsOf(constants.stream()
                        .map(PolicySetting.class::cast)
                        .<PolicySetting<?>>map(setting -> setting)
                        .toList());
    }

    @Test
    void attributesAreNamedAfterFields() {
        assertThat(PolicySettings.ALL)
                .extracting(PolicySetting::attribute)
                .contains(
                        "org-switcher.join-mode",
                        "org-switcher.max-members",
                        "org-switcher.sign-in-kinds",
                        "org-switcher.default-groups",
                        "org-switcher.require-verified-domain",
                        "org-switcher.manager-group",
                        "org-switcher.mail-welcome");
    }

    @ParameterizedTest
    @FieldSource("SETTINGS")
    void eachHasItsTexts(PolicySetting<?> setting) throws IOException {
        Properties texts = new Properties();
        for (Path english : ENGLISH) {
            try (Reader file = Files.newBufferedReader(english)) {
                texts.load(file);
            }
        }
        assertThat(texts)
                .containsKeys(
                        "orgSwitcherPolicy_" + setting.field(),
                        setting.refused().messageKey());
        for (String option : setting.options()) {
            assertThat(texts)
                    .containsKeys(
                            "orgSwitcherPolicyOption_" + setting.field() + "_" + option,
                            "orgSwitcherTabOptionHelp_" + setting.field() + "_" + option);
        }
        if (setting.kind() == PolicySetting.Kind.FLAG) {
            assertThat(texts).containsKey("orgSwitcherPolicyCheck_" + setting.field());
        }
        if (setting.kind() == PolicySetting.Kind.GROUPS) {
            assertThat(texts).containsKey("orgSwitcherTabSettingNone_" + setting.field());
        }
    }

    static Stream<Arguments> jsonValues() {
        return Stream.of(
                Arguments.of(PolicySettings.JOIN_MODE, "REQUEST", JoinMode.REQUEST),
                Arguments.of(PolicySettings.MAX_MEMBERS, 3, 3),
                Arguments.of(PolicySettings.MAX_MEMBERS, null, null),
                Arguments.of(
                        PolicySettings.SIGN_IN_KINDS,
                        List.of("PASSWORD", "SOCIAL", "SOCIAL"),
                        Set.of(SignInKind.SOCIAL, SignInKind.PASSWORD)),
                Arguments.of(PolicySettings.SIGN_IN_KINDS, List.of(), null),
                Arguments.of(PolicySettings.SIGN_IN_KINDS, null, null),
                Arguments.of(PolicySettings.DEFAULT_GROUPS, List.of("/b", "/a", "/b"), List.of("/b", "/a")),
                Arguments.of(PolicySettings.DEFAULT_GROUPS, List.of(), null),
                Arguments.of(PolicySettings.MANAGER_GROUP, "/managers", "/managers"),
                Arguments.of(PolicySettings.MANAGER_GROUP, null, null),
                Arguments.of(PolicySettings.MAIL_ANSWERS, false, false),
                Arguments.of(PolicySettings.REQUIRE_VERIFIED_DOMAIN, false, false),
                Arguments.of(PolicySettings.REQUIRE_VERIFIED_DOMAIN, null, null));
    }

    @ParameterizedTest
    @MethodSource("jsonValues")
    void jsonIsReadAndColumnsKeepIt(PolicySetting<?> setting, @Nullable Object json, @Nullable Object value)
            throws RefusedValueException {
        assertThat(setting.ofJson(json)).isEqualTo(Optional.ofNullable(value));
        PolicyValues values = read(setting, json);
        assertThat(PolicyValues.ofColumns(values::column)).isEqualTo(values);
    }

    private static <T> PolicyValues read(PolicySetting<T> setting, @Nullable Object json) throws RefusedValueException {
        return PolicyValues.NONE.with(setting, setting.ofJson(json));
    }

    static Stream<Arguments> refusedJsonValues() {
        return Stream.of(
                Arguments.of(PolicySettings.JOIN_MODE, Arrays.asList(null, 1, "request", "", List.of("REQUEST"))),
                Arguments.of(
                        PolicySettings.MAX_MEMBERS,
                        List.of(0, -3, 1.0, 1.5, 99_999_999_999L, BigInteger.TEN.pow(30), "5", List.of(5))),
                Arguments.of(
                        PolicySettings.SIGN_IN_KINDS,
                        List.of("SOCIAL", List.of("FAX"), List.of(1), Arrays.asList("SOCIAL", null), Map.of())),
                Arguments.of(
                        PolicySettings.DEFAULT_GROUPS,
                        List.of("/staff", List.of(1), Map.of(), List.of("/a\n/b"), List.of("/" + "a".repeat(2000)))),
                Arguments.of(
                        PolicySettings.MANAGER_GROUP,
                        List.of(1, List.of("/a"), Map.of(), "", "/a\n/b", "/" + "a".repeat(2000))),
                Arguments.of(PolicySettings.REQUIRE_VERIFIED_DOMAIN, List.of("true", 1, List.of(true))));
    }

    @ParameterizedTest
    @MethodSource("refusedJsonValues")
    void otherJsonIsRefused(PolicySetting<?> setting, List<@Nullable Object> values) {
        for (Object json : values) {
            assertThatExceptionOfType(RefusedValueException.class)
                    .as(Objects.toString(json))
                    .isThrownBy(() -> setting.ofJson(json))
                    .satisfies(refused -> assertThat(refused.messageKey()).startsWith("orgSwitcher"));
        }
    }
}
