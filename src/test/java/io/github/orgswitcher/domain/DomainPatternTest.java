package io.github.orgswitcher.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainPatternTest {

    @ParameterizedTest
    @CsvSource({
        "acme.com,             acme.com,                acme.com",
        "ACME.Example,         acme.example,            acme.example",
        "'  *.Acme.com ',      *.acme.com,              acme.com",
        "bücher.example,       xn--bcher-kva.example,   xn--bcher-kva.example",
        "*.BÜCHER.example,     *.xn--bcher-kva.example, xn--bcher-kva.example",
        "*.com,                *.com,                   com",
    })
    void readsWhatPeopleType(String text, String value, String base) throws RefusedDomainException {
        DomainPattern pattern = DomainPattern.parse(text);

        assertThat(pattern).isEqualTo(new DomainPattern(value));
        assertThat(pattern.base()).isEqualTo(base);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                "*",
                "*.",
                "*.*.acme.com",
                "a.*.com",
                "*acme.com",
                "acme.*",
                "acme..com",
                "acme.com.",
                ".acme.com",
                "@acme.com",
                "alice@acme.com",
                "https://acme.com",
                "acme.com/",
                "acme.com:443",
                "acme com",
                "acme.com,evil.com",
                "acme.com\nevil.com",
                "127.0.0.1",
                "[::1]",
                "-acme.com",
                "acme_labs.com",
                "acme。com",
                "xn--acme.com",
                "**.acme.com",
                "%.com",
                "' OR 1=1 --"
            })
    void refusesWhatIsNoDomain(String text) {
        assertThatThrownBy(() -> DomainPattern.parse(text))
                .asInstanceOf(type(RefusedDomainException.class))
                .extracting(RefusedDomainException::refusal)
                .isEqualTo(Refusal.MALFORMED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            eng.emea.acme.com | eng.emea.acme.com *.eng.emea.acme.com *.emea.acme.com *.acme.com
            acme.com          | acme.com *.acme.com
            acme.example      | acme.example *.acme.example
            a.acme.example    | a.acme.example *.a.acme.example *.acme.example
            acme.co.uk        | acme.co.uk *.acme.co.uk
            mail.acme.co.uk   | mail.acme.co.uk *.mail.acme.co.uk *.acme.co.uk
            acme.github.io    | acme.github.io *.acme.github.io
            a.acme.github.io  | a.acme.github.io *.a.acme.github.io *.acme.github.io
            x.city.kawasaki.jp   | x.city.kawasaki.jp *.x.city.kawasaki.jp *.city.kawasaki.jp
            x.acme.xn--55qx5d.cn | x.acme.xn--55qx5d.cn *.x.acme.xn--55qx5d.cn *.acme.xn--55qx5d.cn
            """)
    void goesFromTheDomainUpToWhatCanBeRegistered(String domain, String matching) {
        assertThat(DomainPattern.matching(new EmailDomain(domain))).isEqualTo(List.of(matching.split(" ")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"co.uk", "github.io", "foo.ck", "acme.kawasaki.jp", "xn--55qx5d.cn"})
    void hasNoCandidatesForPublicSuffixes(String domain) {
        assertThat(DomainPattern.matching(new EmailDomain(domain))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "acme.com,        acme.com,            true",
        "acme.com,        eng.acme.com,        false",
        "acme.com,        notacme.com,         false",
        "*.acme.com,      acme.com,            true",
        "*.acme.com,      eng.acme.com,        true",
        "*.acme.com,      eng.emea.acme.com,   true",
        "*.acme.com,      notacme.com,         false",
        "*.acme.com,      acme.com.evil.com,   false",
        "*.eng.acme.com,  acme.com,            false",
        "*.com,           acme.com,            false",
        "*.co.uk,         acme.co.uk,          false",
        "*.github.io,     acme.github.io,      false",
        "github.io,       github.io,           false",
        "*.kawasaki.jp,   x.acme.kawasaki.jp,  false",
        "*.amazonaws.com, x.s3.amazonaws.com,  false",
        "strasse.com,     xn--strae-oqa.com,   false",
    })
    void matchesItsOwnPeople(String pattern, String domain, boolean matches) {
        assertThat(DomainPattern.matching(new EmailDomain(domain)).contains(pattern))
                .isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACME.com", "*.ACME.com", "*.", "*.*.acme.com", "bücher.example", " acme.com"})
    void holdsOnlyTheOneSpelling(String value) {
        assertThatThrownBy(() -> new DomainPattern(value)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void showsWhatWasRefusedWithoutWhatCouldHarmAMessage() {
        String text = "x\r\n\u0000\u202e\u200b" + "\ud83d\ude00".repeat(200);

        assertThatThrownBy(() -> DomainPattern.parse(text))
                .asInstanceOf(type(RefusedDomainException.class))
                .extracting(RefusedDomainException::domain)
                .isEqualTo("x" + "\ud83d\ude00".repeat(49));
    }

    @ParameterizedTest
    @CsvSource({
        "acme.com,           acme.com",
        "eng.acme.com,       eng.acme.com acme.com",
        "a.b.acme.co.uk,     a.b.acme.co.uk b.acme.co.uk acme.co.uk",
        "acme.github.io,     acme.github.io",
        "co.uk,              ''",
    })
    void provesWithWhatIsAbove(String domain, String names) {
        assertThat(String.join(" ", DomainPattern.proving(new EmailDomain(domain))))
                .isEqualTo(names);
    }
}
