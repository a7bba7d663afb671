package io.github.orgswitcher.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.decision.SignInKind;
import io.github.orgswitcher.decision.SwitcherSettings.Show;
import io.github.orgswitcher.domain.DomainRules;
import io.github.orgswitcher.domain.EmailDomain;
import io.github.orgswitcher.settings.CreationSettings.Creation;
import io.github.orgswitcher.settings.PublicAddresses.Deed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SwitcherConfigTest {

    private static final EmailDomain ACME = new EmailDomain("acme.example");

    private final List<MisreadSetting> misread = new ArrayList<>();

    /** The validation lets blanks pass; a restriction that it let pass must count. */
    @Test
    void blanksAroundValuesDoNotCount() {
        SwitcherConfig config = config(Map.of(
                SwitcherConfigProperties.SHOW, " ALWAYS ",
                SwitcherConfigProperties.MEMBERSHIP_REQUIRED, "true ",
                SwitcherConfigProperties.CREATION, "ROLE\n",
                SwitcherConfigProperties.CREATION_ROLE, " creator",
                SwitcherConfigProperties.MAX_CREATED_PER_USER, " 2 "));
        assertThat(config.settings().show()).isEqualTo(Show.ALWAYS);
        assertThat(config.settings().membershipRequired()).isTrue();
        assertThat(config.creation()).isEqualTo(new CreationSettings(Creation.ROLE, "creator", 2, true));
        assertThat(misread).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void whatIsBlankIsAbsent(String blank) {
        SwitcherConfig config = config(Map.of(
                SwitcherConfigProperties.INTERCEPT, blank,
                SwitcherConfigProperties.SHOW, blank,
                SwitcherConfigProperties.MEMBERSHIP_REQUIRED, blank,
                SwitcherConfigProperties.CREATION, blank,
                SwitcherConfigProperties.MAX_CREATED_PER_USER, blank,
                SwitcherConfigProperties.BLOCKED_DOMAINS, blank));
        assertThat(config.settings().intercept()).isEqualTo(SwitcherConfigProperties.DEFAULT_INTERCEPT);
        assertThat(config.settings().show()).isEqualTo(Show.WHEN_NEEDED);
        assertThat(config.settings().membershipRequired()).isFalse();
        assertThat(config.creation()).isEqualTo(new CreationSettings(Creation.ANYONE, null, 5, true));
        assertThat(config.domainRules().opens(ACME)).isTrue();
        assertThat(misread).isEmpty();
    }

    @Test
    void whatIsNullIsAbsent() {
        SwitcherConfig config =
                config(Collections.singletonMap(SwitcherConfigProperties.EXCLUDED_CLIENTS, (String) null));
        assertThat(config.settings().excludedClients()).isEqualTo(SwitcherConfigProperties.DEFAULT_EXCLUDED_CLIENTS);
    }

    @ParameterizedTest
    @CsvSource({
        "OFF, OFF, false",
        "off, OFF, false",
        "Off, OFF, false",
        "false, OFF, false",
        "FALSE, OFF, false",
        "no, OFF, false",
        "ANYONE, ANYONE, false",
        "anyone, OFF, true",
        "true, OFF, true",
        "0, OFF, true",
        "OFFF, OFF, true",
        "null, OFF, true",
        "'ANYONE,ROLE', OFF, true",
    })
    void creation(String value, Creation counts, boolean warned) {
        assertThat(config(Map.of(SwitcherConfigProperties.CREATION, value))
                        .creation()
                        .creation())
                .isEqualTo(counts);
        assertThat(misread).extracting(MisreadSetting::counts).hasSize(warned ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "'', none, false",
                "Ask Ann in room 12: she lets you in, false, false",
                "Help: 4711, false, false",
                "it@acme.example, false, false",
                "https://help.acme.example/join?a=b, true, false",
                "mailto:it@acme.example, true, false",
                "http://help.acme.example, none, true",
                "javascript:alert(1), none, true",
                "JavaScript:alert(1), none, true",
                "'data:text/html;base64,AAAA', none, true",
                "//help.acme.example, none, true",
                "https:help, none, true",
                "https://a:b@help.acme.example, none, true",
            })
    void helpContact(String value, @Nullable Boolean link, boolean warned) {
        HelpContact help = config(Map.of(SwitcherConfigProperties.HELP_CONTACT, value))
                .page()
                .help();
        assertThat(help == null ? null : help.link()).isEqualTo(link);
        assertThat(misread).hasSize(warned ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({"'', true, false", "true, true, false", "FALSE, false, false", "off, false, true", "yes, false, true"})
    void showDetails(String value, boolean counts, boolean warned) {
        assertThat(config(Map.of(SwitcherConfigProperties.SHOW_DETAILS, value))
                        .page()
                        .showDetails())
                .isEqualTo(counts);
        assertThat(misread).hasSize(warned ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "never",
            value = {
                "'', never, false",
                "' ', never, false",
                "30, 30, false",
                "' 30 ', 30, false",
                "0, 0, false",
                "-1, never, true",
                "30d, never, true",
                "'3,0', never, true",
                "99999999999, never, true",
                "\u0663\u0660, never, true",
                "false, never, true",
            })
    void askAgainAfterDays(String value, @Nullable Integer counts, boolean warned) {
        assertThat(config(Map.of(SwitcherConfigProperties.ASK_AGAIN_AFTER_DAYS, value))
                        .askAgain()
                        .days())
                .isEqualTo(counts);
        assertThat(misread).hasSize(warned ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', false",
        "CREATE, CREATE, false",
        "CREATE##REGISTER, CREATE##REGISTER, false",
        "create, REGISTER##CREATE##BE_INVITED, true",
        "CREATE##JOIN, REGISTER##CREATE##BE_INVITED, true",
        "'CREATE,REGISTER', REGISTER##CREATE##BE_INVITED, true",
    })
    void publicAddressesMayNot(String value, String counts, boolean warned) {
        PublicAddresses addresses = config(Map.of(SwitcherConfigProperties.PUBLIC_ADDRESSES_MAY_NOT, value))
                .publicAddresses();
        assertThat(addresses.closed())
                .isEqualTo(Stream.of(counts.split("##"))
                        .filter(name -> !name.isEmpty())
                        .map(Deed::valueOf)
                        .collect(Collectors.toSet()));
        assertThat(misread).hasSize(warned ? 1 : 0);
    }

    /** The realm's own lists say which addresses are public. */
    @Test
    void publicAddressesAreThoseThatOpenNothing() {
        PublicAddresses addresses = config(Map.of(
                        SwitcherConfigProperties.PUBLIC_ADDRESSES_MAY_NOT, "CREATE",
                        SwitcherConfigProperties.BLOCKED_DOMAINS, "rival.example",
                        SwitcherConfigProperties.UNBLOCKED_DOMAINS, "gmx.de"))
                .publicAddresses();
        assertThat(Stream.of("gmail.com", "mailinator.com", "eu.rival.example", "gmx.de", "acme.example")
                        .filter(domain -> addresses.keepFrom(Deed.CREATE, new EmailDomain(domain))))
                .containsExactly("gmail.com", "mailinator.com", "eu.rival.example");
        assertThat(addresses.keepFrom(Deed.REGISTER, new EmailDomain("gmail.com")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"'', false, false", "true, true, false", "false, false, false", "yes, true, true"})
    void oneOrganizationPerPerson(String value, boolean counts, boolean warned) {
        assertThat(config(Map.of(SwitcherConfigProperties.ONE_ORGANIZATION_PER_PERSON, value))
                        .oneOrganizationPerPerson())
                .isEqualTo(counts);
        assertThat(misread).hasSize(warned ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({
        "true, true, false",
        "True, true, false",
        "false, false, false",
        "FALSE, false, false",
        "yes, true, true",
        "no, true, true",
        "1, true, true",
        "0, true, true",
        "treu, true, true",
    })
    void membershipRequired(String value, boolean counts, boolean warned) {
        assertThat(config(Map.of(SwitcherConfigProperties.MEMBERSHIP_REQUIRED, value))
                        .settings()
                        .membershipRequired())
                .isEqualTo(counts);
        assertThat(misread).hasSize(warned ? 1 : 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SOCIAL##MAGIC", "social", "SOCIAL,PASSWORD", "[\"SOCIAL\"]", "false", "SOCIAL##PASSWORD#"})
    void oneUnknownKindIsAllKinds(String value) {
        assertThat(config(Map.of(SwitcherConfigProperties.INTERCEPT, value))
                        .settings()
                        .intercept())
                .containsExactlyInAnyOrder(SignInKind.values());
        assertThat(misread)
                .singleElement()
                .extracting(MisreadSetting::key)
                .isEqualTo(SwitcherConfigProperties.INTERCEPT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"always", "NEVER", "true"})
    void unknownShowIsAlways(String value) {
        assertThat(config(Map.of(SwitcherConfigProperties.SHOW, value))
                        .settings()
                        .show())
                .isEqualTo(Show.ALWAYS);
        assertThat(misread).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"many", "-1", "5.0", "1e3", "99999999999", "0x10"})
    void unknownNumberIsNone(String value) {
        assertThat(config(Map.of(SwitcherConfigProperties.MAX_CREATED_PER_USER, value))
                        .creation()
                        .maxPerUser())
                .isZero();
        assertThat(misread).hasSize(1);
    }

    /** Nobody knows whom the entry was to keep out. */
    @ParameterizedTest
    @ValueSource(
            strings = {"*.globex.example", "globex.example,initech.example", "globex..example", "ann@globex.example"})
    void unknownBlockedDomainBlocksAll(String entry) {
        SwitcherConfig config = config(Map.of(SwitcherConfigProperties.BLOCKED_DOMAINS, "initech.example##" + entry));
        assertThat(config.domainRules().opens(ACME)).isFalse();
        assertThat(misread).extracting(MisreadSetting::value).containsExactly(entry);
    }

    @Test
    void unknownUnblockedDomainUnblocksNothing() {
        SwitcherConfig config = config(Map.of(SwitcherConfigProperties.UNBLOCKED_DOMAINS, "*.gmail.com"));
        DomainRules rules = config.domainRules();
        assertThat(rules.opens(new EmailDomain("gmail.com"))).isFalse();
        assertThat(rules.opens(ACME)).isTrue();
        assertThat(misread).singleElement().extracting(MisreadSetting::counts).isNull();
    }

    @Test
    void separatorsThatAreNoneExcludeNobody() {
        assertThat(config(Map.of(SwitcherConfigProperties.EXCLUDED_CLIENTS, "app,app2"))
                        .settings()
                        .excludedClients())
                .isEqualTo(Set.of("app,app2"));
    }

    /** Keycloak's own form drops what is blank, and what is dropped is the default. */
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "##", " ## "})
    void blankListIsTheDefault(String blank) {
        SwitcherConfig config = config(Map.of(
                SwitcherConfigProperties.EXCLUDED_CLIENTS, blank, SwitcherConfigProperties.MANAGERS_CHANGE, blank));
        assertThat(config.settings().excludedClients()).isEqualTo(SwitcherConfigProperties.DEFAULT_EXCLUDED_CLIENTS);
        assertThat(config.managersChange()).isEqualTo(SwitcherConfigProperties.DEFAULT_MANAGERS_CHANGE);
        assertThat(misread).isEmpty();
    }

    @Test
    void listWithADefaultCanBeEmptyByAWord() {
        SwitcherConfig config = config(Map.of(
                SwitcherConfigProperties.EXCLUDED_CLIENTS, "NONE", SwitcherConfigProperties.MANAGERS_CHANGE, " NONE "));
        assertThat(config.settings().excludedClients()).isEmpty();
        assertThat(config.managersChange()).isEmpty();
        assertThat(misread).isEmpty();
    }

    @Test
    void wordForNothingBesideSomethingIsNoSetting() {
        SwitcherConfig config = config(Map.of(SwitcherConfigProperties.MANAGERS_CHANGE, "NONE##mailWelcome"));
        assertThat(config.managersChange()).containsExactly("mailWelcome");
        assertThat(misread).extracting(MisreadSetting::value).containsExactly("NONE");
    }

    private SwitcherConfig config(Map<String, String> values) {
        return new SwitcherConfig(values, misread::addAll);
    }
}
