package io.github.orgswitcher.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.IDN;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

class DomainPropertiesTest {

    private static final List<String> SUFFIXES = List.of(
            "com", "co.uk", "github.io", "example", "foo.kawasaki.jp", "ck", "xn--p1ai", "xn--55qx5d.cn", "edu.au");

    private static final String STRICT_NAME = "([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?";

    @Property
    void matchingIsEqualityOrBeingBelowAName(@ForAll("registrablePairs") Tuple2<DomainPattern, EmailDomain> pair) {
        DomainPattern pattern = pair.get1();
        String domain = pair.get2().name();

        boolean below = ("." + domain).endsWith("." + pattern.base());
        boolean wildcard = pattern.value().startsWith("*.");
        assertThat(DomainPattern.matching(pair.get2()).contains(pattern.value()))
                .isEqualTo(wildcard ? below : domain.equals(pattern.base()));
    }

    @Property
    void noPatternThatMatchesReachesAPublicSuffix(@ForAll("domains") EmailDomain domain) {
        List<String> matching = DomainPattern.matching(domain);

        assertThat(matching)
                .doesNotHaveDuplicates()
                .isSortedAccordingTo((a, b) ->
                        b.replace("*.", "").length() - a.replace("*.", "").length())
                .noneMatch(pattern -> PublicSuffixes.isPublicSuffix(new DomainPattern(pattern).base()))
                .noneMatch(pattern -> SUFFIXES.contains(pattern.replace("*.", "")));
        assertThat(matching.isEmpty()).isEqualTo(PublicSuffixes.isPublicSuffix(domain.name()));
    }

    @Property
    void parsingIsIdempotent(@ForAll("texts") String text) {
        parse(text).ifPresent(pattern -> {
            assertThat(parse(pattern.value())).contains(pattern);
            assertThat(parse("  " + pattern.value().toUpperCase(Locale.ROOT) + "\n"))
                    .contains(pattern);
        });
    }

    @Property
    void aPlainAddressHasTheDomainAfterItsAt(@ForAll("locals") String local, @ForAll("domains") EmailDomain domain) {
        assertThat(domain(local + "@" + domain.name())).contains(domain);
        assertThat(domain(local + "@" + domain.name().toUpperCase(Locale.ROOT))).contains(domain);
    }

    @Property(tries = 5000)
    void noiseHasNoDomainOrTheOneThatAnyoneWouldRead(@ForAll("texts") String text) {
        domain(text).ifPresent(domain -> {
            assertThat(text.chars().filter(c -> c == '@')).hasSize(1);
            assertThat(text).doesNotContainAnyWhitespaces();
            assertThat(text.codePoints())
                    .noneMatch(c -> Character.isISOControl(c)
                            || Character.getType(c) == Character.FORMAT
                            || "\"()<>[]:;,\\%!".indexOf(c) >= 0);
            assertThat(domain.name()).matches(STRICT_NAME).hasSizeLessThanOrEqualTo(253);
            String after = text.substring(text.lastIndexOf('@') + 1);
            if (after.chars().allMatch(c -> c < 0x80)) {
                assertThat(domain.name()).isEqualTo(after.toLowerCase(Locale.ROOT));
            }
        });
    }

    @Property(tries = 5000)
    void agreesWithTheJdkWhereTheStandardsAgree(@ForAll("unicodeLabels") String label) {
        UnicodeLabel.canonical(label).ifPresent(canonical -> {
            boolean standardsDiffer = canonical.codePoints().anyMatch(c -> "ßς".indexOf(c) >= 0);
            if (!standardsDiffer && isKnownToTheJdk(canonical)) {
                assertThat(HostName.canonical(label)).contains(IDN.toASCII(canonical));
            }
        });
    }

    @Property(tries = 5000)
    void namesKeepTheirSpelling(@ForAll("unicodeLabels") String label) {
        HostName.canonical(label).ifPresent(name -> {
            assertThat(HostName.canonical(name)).contains(name);
            assertThat(HostName.canonical(name.toUpperCase(Locale.ROOT))).contains(name);
        });
    }

    @Property(tries = 5000)
    void punycodeIsUndone(@ForAll("unicodeLabels") String label) {
        assertThat(Punycode.decode(Punycode.encode(label))).contains(label);
    }

    @Property
    void takesOnlyGenuineALabels(@ForAll("aLabelLike") String label) {
        HostName.canonical(label + ".com").ifPresent(name -> {
            String decoded = Punycode.decode(label.substring(4)).orElseThrow();
            assertThat("xn--" + Punycode.encode(decoded)).isEqualTo(label);
            assertThat(decoded.codePoints()).anyMatch(c -> c >= 0x80);
        });
    }

    @Provide
    Arbitrary<EmailDomain> domains() {
        Arbitrary<String> labels = Arbitraries.of("acme", "eng", "a", "1and1", "x-y", "github", "xn--bcher-kva", "jp");
        return Combinators.combine(labels.list().ofMinSize(0).ofMaxSize(4), Arbitraries.of(SUFFIXES))
                .as((front, suffix) -> String.join(
                        ".", Stream.concat(front.stream(), Stream.of(suffix)).toList()))
                .filter(name -> name.contains("."))
                .map(EmailDomain::new);
    }

    @Provide
    Arbitrary<Tuple2<DomainPattern, EmailDomain>> pairs() {
        return domains().flatMap(domain -> Combinators.combine(
                        Arbitraries.oneOf(
                                Arbitraries.of(HostName.selfAndAbove(domain.name())),
                                domains().map(EmailDomain::name)),
                        Arbitraries.of("", "*."))
                .as((base, prefix) -> Tuple.of(new DomainPattern(prefix + base), domain)));
    }

    @Provide
    Arbitrary<Tuple2<DomainPattern, EmailDomain>> registrablePairs() {
        return pairs().filter(pair -> {
            Optional<String> registrable =
                    PublicSuffixes.registrable(pair.get2().name());
            return registrable.isPresent()
                    && PublicSuffixes.registrable(pair.get1().base()).equals(registrable);
        });
    }

    @Provide
    Arbitrary<String> locals() {
        Arbitrary<String> atoms = Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('A', 'Z')
                .withCharRange('0', '9')
                .withChars("+-_'/{}~")
                .ofMinLength(1)
                .ofMaxLength(12);
        return atoms.list().ofMinSize(1).ofMaxSize(3).map(list -> String.join(".", list));
    }

    /** From pure noise to addresses with one thing wrong in them. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.of(
                "a",
                "acme",
                ".com",
                ".",
                "@",
                "*.",
                "acme.com",
                "a@acme.com",
                "\"",
                "<",
                ">",
                "(",
                ")",
                " ",
                "\t",
                "\r\n",
                "\u0000",
                "\u200d",
                "\u200b",
                "\u202e",
                "\u3002",
                "\uff0e",
                "ü",
                "u\u0308",
                "ß",
                "İ",
                "\u212a",
                "\uff41",
                "xn--",
                "xn--bcher-kva",
                "-",
                "1",
                "%40",
                "=?utf-8?q?",
                "?=",
                "[127.0.0.1]",
                "\ud800",
                "\ud83d\ude00");
        Arbitrary<String> mixed = pieces.list().ofMaxSize(6).map(list -> String.join("", list));
        Arbitrary<String> broken = Combinators.combine(
                        Arbitraries.strings().all().ofMaxLength(2),
                        Arbitraries.integers().between(0, 12))
                .as((noise, at) ->
                        new StringBuilder("alice@acme.com").insert(at, noise).toString());
        return Arbitraries.oneOf(Arbitraries.strings().all().ofMaxLength(40), mixed, broken);
    }

    @Provide
    Arbitrary<String> unicodeLabels() {
        Arbitrary<Integer> codePoints = Arbitraries.oneOf(
                Arbitraries.integers().between('a', 'z'),
                Arbitraries.integers().between(0x00C0, 0x024F),
                Arbitraries.integers().between(0x0370, 0x052F),
                Arbitraries.integers().between(0x05D0, 0x064A),
                Arbitraries.integers().between(0x0900, 0x0E4F),
                Arbitraries.integers().between(0x10A0, 0x10FF),
                Arbitraries.integers().between(0x1E00, 0x1FFF),
                Arbitraries.integers().between(0x3041, 0x30FF),
                Arbitraries.integers().between(0x4E00, 0x9FA5),
                Arbitraries.integers().between(0xAC00, 0xD7A3),
                Arbitraries.integers().between(0x20000, 0x2A6D6));
        return codePoints.list().ofMinSize(1).ofMaxSize(8).map(list -> list.stream()
                .map(Character::toString)
                .reduce("", String::concat));
    }

    @Provide
    Arbitrary<String> aLabelLike() {
        Arbitrary<String> noise = Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('0', '9')
                .withChars('-')
                .ofMinLength(1)
                .ofMaxLength(20);
        return Arbitraries.oneOf(noise, unicodeLabels().map(Punycode::encode)).map("xn--"::concat);
    }

    /** IDNA2003 stops at Unicode 3.2: the JDK refuses what came later, and some right-to-left labels of 2008. */
    private static boolean isKnownToTheJdk(String label) {
        try {
            IDN.toASCII(label);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Optional<EmailDomain> domain(String address) {
        return WrittenAddress.of(address).map(written -> written.reading().domain());
    }

    private static Optional<DomainPattern> parse(String text) {
        try {
            return Optional.of(DomainPattern.parse(text));
        } catch (RefusedDomainException e) {
            assertThat(e.refusal()).isEqualTo(Refusal.MALFORMED);
            return Optional.empty();
        }
    }
}
