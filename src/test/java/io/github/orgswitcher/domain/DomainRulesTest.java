package io.github.orgswitcher.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainRulesTest {

    private static final DomainRules BUILT_IN = new DomainRules(Set.of(), Set.of());

    @ParameterizedTest
    @CsvSource({
        "acme.com,             acme.com",
        "ACME.Example,         acme.example",
        "*.acme.co.uk,         *.acme.co.uk",
        "bücher.example,       xn--bcher-kva.example",
        "acme.github.io,       acme.github.io",
        "notgmail.com,         notgmail.com",
        "gmail.com.acme.com,   gmail.com.acme.com",
        "*.github.com,         *.github.com",
        "starbucks.com,        starbucks.com",
    })
    void allowsDomainsThatBelongToSomeone(String text, String value) throws RefusedDomainException {
        assertThat(BUILT_IN.allow(text)).isEqualTo(new DomainPattern(value));
    }

    @ParameterizedTest
    @CsvSource({
        "acme..com,              MALFORMED",
        "alice@acme.com,         MALFORMED",
        "com,                    PUBLIC_SUFFIX",
        "*.com,                  PUBLIC_SUFFIX",
        "*.live,                 PUBLIC_SUFFIX",
        "co.uk,                  PUBLIC_SUFFIX",
        "*.CO.UK,                PUBLIC_SUFFIX",
        "github.io,              PUBLIC_SUFFIX",
        "*.github.io,            PUBLIC_SUFFIX",
        "example,                PUBLIC_SUFFIX",
        "*.example,              PUBLIC_SUFFIX",
        "localhost,              PUBLIC_SUFFIX",
        "公司.cn,                 PUBLIC_SUFFIX",
        "*.公司.cn,               PUBLIC_SUFFIX",
        "gmail.com,              PUBLIC_PROVIDER",
        "*.gmail.com,            PUBLIC_PROVIDER",
        "mail.gmail.com,         PUBLIC_PROVIDER",
        "*.a.b.mail.GMAIL.com,   PUBLIC_PROVIDER",
        "mailinator.com,         DISPOSABLE_PROVIDER",
        "x.mailinator.com,       DISPOSABLE_PROVIDER",
        "*.mailinator.com,       DISPOSABLE_PROVIDER",
    })
    void refusesDomainsThatBelongToEveryone(String text, Refusal refusal) {
        assertRefused(BUILT_IN, text, refusal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gmail.com",
                "googlemail.com",
                "outlook.com",
                "outlook.de",
                "hotmail.com",
                "hotmail.co.uk",
                "hotmail.fr",
                "live.com",
                "msn.com",
                "yahoo.com",
                "yahoo.co.uk",
                "yahoo.co.jp",
                "yahoo.de",
                "icloud.com",
                "me.com",
                "proton.me",
                "protonmail.com",
                "pm.me",
                "gmx.de",
                "gmx.net",
                "gmx.com",
                "gmx.at",
                "gmx.ch",
                "web.de",
                "t-online.de",
                "mail.ru",
                "yandex.ru",
                "yandex.com",
                "qq.com",
                "163.com",
                "126.com",
                "naver.com",
                "aol.com",
                "zoho.com",
                "fastmail.com",
                "tutanota.com",
                "tuta.com",
                "hey.com",
                "mailbox.org",
                "posteo.de",
                "orange.fr",
                "libero.it",
                "seznam.cz",
                "wp.pl",
                "uol.com.br",
                "comcast.net",
                "btinternet.com",
                "duck.com",
                "privaterelay.appleid.com",
                "users.noreply.github.com",
                "mailinator.com",
                "guerrillamail.com",
                "10minutemail.com",
                "yopmail.com",
                "sharklasers.com"
            })
    void knowsTheProvidersThatPeopleUse(String provider) {
        assertThat(BUILT_IN.opens(new EmailDomain(provider))).isFalse();
        assertThat(BUILT_IN.opens(new EmailDomain("mail." + provider))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "acme.example,              true",
        "eu.globex.example,         true",
        "github.com,                true",
        "users.noreply.github.com,  false",
        "github.io,                 false",
        "acme.github.io,            true",
        "co.uk,                     false",
    })
    void opensNothingToAddressesThatAnyoneCanHave(String domain, boolean opens) {
        assertThat(BUILT_IN.opens(new EmailDomain(domain))).isEqualTo(opens);
    }

    @ParameterizedTest
    @CsvSource({
        // blocked,        unblocked,       domain,              refusal (none: allowed)
        "acme.com,         '',              acme.com,            BLOCKED",
        "acme.com,         '',              eng.acme.com,        BLOCKED",
        "eng.acme.com,     '',              acme.com,            ",
        "eng.acme.com,     '',              *.acme.com,          ",
        "acme.com,         '',              notacme.com,         ",
        "com,              '',              acme.com,            BLOCKED",
        "com,              acme.com,        acme.com,            ",
        "'',               gmail.com,       gmail.com,           ",
        "'',               gmail.com,       mail.gmail.com,      ",
        "'',               mail.gmail.com,  gmail.com,           PUBLIC_PROVIDER",
        "'',               mailinator.com,  x.mailinator.com,    ",
        "gmail.com,        '',              gmail.com,           BLOCKED",
        "gmail.com,        gmail.com,       gmail.com,           BLOCKED",
        "acme.com,         eng.acme.com,    eng.acme.com,        ",
        "acme.com,         eng.acme.com,    x.eng.acme.com,      ",
        "acme.com,         eng.acme.com,    hr.acme.com,         BLOCKED",
        "eng.acme.com,     acme.com,        x.eng.acme.com,      BLOCKED",
        "'',               co.uk,           co.uk,               PUBLIC_SUFFIX",
        "'',               com,             '*.com',             PUBLIC_SUFFIX",
        "' BÜCHER.example',                 '',  xn--bcher-kva.example, BLOCKED",
    })
    void followsTheRealmBeforeItsOwnLists(String blocked, String unblocked, String text, Refusal refusal)
            throws RefusedDomainException {
        DomainRules rules = DomainRules.of(Arrays.asList(blocked, blocked), List.of(unblocked));

        if (refusal == null) {
            assertThat(rules.allow(text).value()).isEqualTo(text);
        } else {
            assertRefused(rules, text, refusal);
        }
        if (!text.startsWith("*.")) {
            assertThat(rules.opens(new EmailDomain(text))).isEqualTo(refusal == null);
        }
    }

    /** Nobody knows what the entry was to keep out; what is allowed stays so, and opens again once it is mended. */
    @ParameterizedTest
    @CsvSource({"acme..com", "*.acme.com", "'acme.com,globex.com'"})
    void opensNothingWhileABlockedDomainCannotBeUnderstood(String entry) throws RefusedDomainException {
        DomainRules rules = new DomainRules(Set.of("initech.com", entry), Set.of());

        assertThat(rules.opens(new EmailDomain("acme.com"))).isFalse();
        assertThat(rules.refusalOf(new EmailDomain("hooli.com"))).contains(Refusal.BLOCKED);
        assertThat(rules.allow("acme.com").value()).isEqualTo("acme.com");
    }

    @Test
    void keepsABlockedSubdomainOutOfAWildcard() throws RefusedDomainException {
        DomainRules rules = new DomainRules(Set.of("guests.acme.com"), Set.of());

        assertThat(DomainPattern.matching(new EmailDomain("guests.acme.com"))
                        .contains(rules.allow("*.acme.com").value()))
                .isTrue();
        assertThat(rules.opens(new EmailDomain("guests.acme.com"))).isFalse();
        assertThat(rules.opens(new EmailDomain("eng.acme.com"))).isTrue();
    }

    @Test
    void tellsTheAdministratorWhichEntriesAreMalformed() {
        assertThat(DomainRules.malformed(List.of("acme.com", " ACME.Example ", "com")))
                .isEmpty();
        assertThat(DomainRules.malformed(List.of("acme.com", "*.acme.com", "acme..com")))
                .containsExactly("*.acme.com", "acme..com");
    }

    @ParameterizedTest
    @EnumSource
    void hasAMessageForEachRefusal(Refusal refusal) {
        assertThat(refusal.messageKey()).startsWith("orgSwitcherDomain").doesNotContain("_");
    }

    private static void assertRefused(DomainRules rules, String text, Refusal refusal) {
        assertThatThrownBy(() -> rules.allow(text))
                .asInstanceOf(type(RefusedDomainException.class))
                .returns(refusal, RefusedDomainException::refusal)
                .returns(text, RefusedDomainException::domain);
    }
}
