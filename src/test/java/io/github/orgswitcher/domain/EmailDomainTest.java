package io.github.orgswitcher.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailDomainTest {

    private static final String LABEL_OF_63 = "a".repeat(63);

    private static Optional<EmailDomain> domain(@Nullable String address) {
        return WrittenAddress.of(address).map(written -> written.reading().domain());
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            alice@acme.com,                acme.com
            ALICE@ACME.Com,                acme.com
            a.b+tag@eng.emea.acme.com,     eng.emea.acme.com
            o'neil@acme.co.uk,             acme.co.uk
            a=b@acme.com,                  acme.com
            jörg@acme.com,                 acme.com
            a@1and1.com,                   1and1.com
            a@acme-labs.example,           acme-labs.example
            a@bücher.example,              xn--bcher-kva.example
            a@BÜCHER.example,              xn--bcher-kva.example
            a@bu\u0308cher.example,        xn--bcher-kva.example
            a@xn--bcher-kva.example,       xn--bcher-kva.example
            a@XN--Bcher-KVA.example,       xn--bcher-kva.example
            a@straße.example,              xn--strae-oqa.example
            a@xn--strae-oqa.example,       xn--strae-oqa.example
            a@strasse.example,             strasse.example
            a@βόλος.com,                   xn--nxasmm1c.com
            a@例え.テスト,                  xn--r8jz45g.xn--zckzah
            a@правда.рф,                   xn--80aafi6cg.xn--p1ai
            a@ışık.example,                xn--k-ekaa7p.example
            a@שלום.example,                xn--9dbne9b.example
            a@github.io,                   github.io
            a@acme.com.a,                  acme.com.a
            """)
    void takesThePlainAddress(String address, String domain) {
        assertThat(domain(address)).contains(new EmailDomain(domain));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // another mailbox in disguise
                "\"a@acme.com\"@evil.com",
                "\"a\"@acme.com",
                "a@evil.com@acme.com",
                "a@acme.com@evil.com",
                "<a@acme.com>b@evil.com",
                "b@evil.com<a@acme.com>",
                "Alice <a@acme.com>",
                "a(comment)@acme.com",
                "a@(comment)acme.com",
                "a@acme.com(comment)",
                "=?utf-8?q?a?=@acme.com",
                "a@=?utf-8?q?acme?=.com",
                "a%evil.com@acme.com",
                "a%40evil.com@acme.com",
                "evil.com!a@acme.com",
                "@evil.com:a@acme.com",
                "a@acme.com,b@evil.com",
                "a@acme.com;b@evil.com",
                "a@acme%2ecom",
                "a@acme.com%00.evil.com",
                "a\\@evil.com@acme.com",
                "a@acme.com/evil.com",
                "a@acme.com?evil.com",
                "a@acme.com#evil.com",
                "a@acme.com:25",
                "mailto:a@acme.com",
                // white space and control characters
                "a@acme.com\r\nBcc: b@evil.com",
                "a@acme.com\r\n",
                "a@acme.com\n",
                " a@acme.com",
                "a@acme.com ",
                "a @acme.com",
                "a@ acme.com",
                "a\t@acme.com",
                "a@ac\tme.com",
                "a@acme.com\u0000",
                "a@acme.com\u0000.evil.com",
                "a\u0000b@acme.com",
                "a@acme\u00a0.com",
                "a@acme\u2028.com",
                "a@acme.com\u0085",
                "a@ac\u007fme.com",
                // no domain name
                "",
                "@",
                "a",
                "a@",
                "@acme.com",
                "acme.com",
                "a@com",
                "a@localhost",
                "a@acme.com.",
                "a@.acme.com",
                "a@acme..com",
                "a@.",
                "a@..",
                "a@-acme.com",
                "a@acme-.com",
                "a@ac--me.com",
                "a@acme.-com",
                "a@ac_me.com",
                "a@*.acme.com",
                "a@acme.c*m",
                // IP addresses
                "a@[127.0.0.1]",
                "a@[IPv6:::1]",
                "a@127.0.0.1",
                "a@127.1",
                "a@0x7f.0x1",
                "a@acme.com.1",
                "a@::1",
                // dots and letters that only look like it
                "a@acme\u3002com",
                "a@acme\uff0ecom",
                "a@acme\uff61com",
                "a@acme\u2024com",
                "a\uff20acme.com",
                "a\ufe6bacme.com",
                "a@\uff41cme.com",
                "a@ac\u212ae.com",
                "a@acme.\u2102om",
                "a@\ufb01rm.com",
                "a@acme\u2488com",
                "a@acme.c\u2134m",
                "a@acme\u2215evil.com",
                // invisible, directional and context-bound characters
                "a@ac\u200bme.com",
                "a@ac\u200cme.com",
                "a@ac\u200dme.com",
                "a@ac\u2060me.com",
                "a@\ufeffacme.com",
                "a@ac\u00adme.com",
                "a@ac\u034fme.com",
                "a@acme\ufe0f.com",
                "a@ac\u3164me.com",
                "a@\u202emoc.emca",
                "a@acme.com\u202e",
                "a@\u2066acme\u2069.com",
                "a\u200b@acme.com",
                "a@l\u00b7l.com",
                "a@\u0661\u0662.com",
                "a@a\u05d0.com",
                "a@\u05d0a.com",
                "a@\u0308acme.com",
                "a@acme\ud800.com",
                "a@\u2615.com",
                "a@\ud83d\ude00.com",
                "a@\u0130stanbul.com",
                "a@stra\u1e9ee.com",
                "a@\u13a0\u13a1.com",
                // A-labels that are not what they say
                "a@xn--.com",
                "a@xn--acme.com",
                "a@xn--acme-.com",
                "a@xn--bcher-kva-.com",
                "a@xn--bcher-kv.com",
                "a@xn--strae-oq.com",
                "a@xn--bcher-kva\u0308.com",
                "a@xn--ls8h.com",
                "a@xn--a-ecp.com",
                "a@xn--99999999.com",
                "a@xn--bcher-kvä.com",
                // local part
                ".a@acme.com",
                "a.@acme.com",
                "a..b@acme.com",
                "a,b@acme.com",
                "a:b@acme.com",
                "a[b]@acme.com",
            })
    void refusesWhatIsNotPlain(String address) {
        assertThat(domain(address)).isEmpty();
    }

    @Test
    void refusesNoAddress() {
        assertThat(domain(null)).isEmpty();
    }

    @Test
    void keepsToTheLengthsOfTheDns() {
        String name = String.join(".", LABEL_OF_63, LABEL_OF_63, LABEL_OF_63, "a".repeat(57), "com");

        assertThat(domain("a@" + LABEL_OF_63 + ".com")).isPresent();
        assertThat(domain("a@a" + LABEL_OF_63 + ".com")).isEmpty();
        assertThat(new EmailDomain(name).name()).hasSize(253);
        assertThat(HostName.canonical("a" + name)).isEmpty();
        assertThat(domain("a".repeat(64) + "@acme.com")).isPresent();
        assertThat(domain("a".repeat(65) + "@acme.com")).isEmpty();
        assertThat(domain("a@" + "ü".repeat(50) + ".com")).isPresent();
        assertThat(domain("a@" + "ü".repeat(60) + ".com")).as("A-label over 63").isEmpty();
        assertThat(domain("a".repeat(100_000) + "@acme.com")).isEmpty();
    }

    @Test
    void tellsLookAlikesApart() {
        assertThat(domain("a@\u0430cme.com"))
                .as("Cyrillic first letter")
                .contains(new EmailDomain("xn--cme-5cd.com"))
                .isNotEqualTo(domain("a@acme.com"));
        assertThat(domain("a@straße.com")).isNotEqualTo(domain("a@strasse.com"));
        assertThat(domain("a@\u0131bm.com")).isNotEqualTo(domain("a@ibm.com"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACME.com", "bücher.example", "com", "acme.com.", " acme.com", "", "xn--acme.com"})
    void holdsOnlyTheOneSpelling(String name) {
        assertThatThrownBy(() -> new EmailDomain(name)).isInstanceOf(IllegalArgumentException.class);
    }
}
