package io.github.orgswitcher.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rule by which lists are searched. */
class SearchWordTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "acme, acme%",
                "acme*, acme%",
                "ACME.Com, acme.com%",
                "*acme*, %acme%",
                "*acme, %acme%",
                "*.de, %.de%",
                "a*e, a%e%",
                "*, %",
                "100%, '100\\%%'",
                "a_b, 'a\\_b%'",
                "a\\b, 'a\\\\b%'",
                "%*, '\\%%'",
                "\", '\"%'",
                "\"acme.com\", acme.com",
                "\"*.acme.com\", *.acme.com",
                "\"100%\", '100\\%'",
                "\"\", ''"
            })
    void patternFollowsTheRule(String typed, String pattern) {
        assertThat(SearchWord.of(typed)).extracting(SearchWord::pattern).containsExactly(pattern);
    }

    @Example
    void eachWordStandsForItself() {
        assertThat(SearchWord.of("  Alice \"Doe\"\t*@acme "))
                .containsExactly(
                        new SearchWord("alice", false), new SearchWord("doe", true), new SearchWord("*@acme", false));
        assertThat(SearchWord.of(" \t ")).isEmpty();
    }

    @Property
    void wordWithoutWildcardIsTheBeginning(@ForAll("plain") String word, @ForAll("plain") String text) {
        assertThat(like(text, new SearchWord(word, false))).isEqualTo(text.startsWith(word));
        assertThat(like(word + text, new SearchWord(word, false))).isTrue();
    }

    @Property
    void wordBetweenWildcardsStandsAnywhere(@ForAll("plain") String word, @ForAll("plain") String text) {
        SearchWord anywhere = new SearchWord("*" + word + "*", false);
        assertThat(like(text, anywhere)).isEqualTo(text.contains(word));
        assertThat(like(text + word + text, anywhere)).isTrue();
    }

    @Property
    void wordInQuotesIsTheWhole(@ForAll("texts") String word, @ForAll("texts") String text) {
        SearchWord whole = SearchWord.of('"' + word + '"').get(0);
        assertThat(whole).isEqualTo(new SearchWord(word, true));
        assertThat(like(text, whole)).isEqualTo(text.equals(word));
        assertThat(like(word, whole)).isTrue();
    }

    @Property
    void domainBelowAnyIsFoundAndSortedAsTheDomainItself(
            @ForAll("domains") String one, @ForAll("domains") String other, @ForAll("plain") String beginning) {
        List<String> names = List.of(searchName(one), searchName("*." + one), searchName(other));
        assertThat(names.get(1).startsWith(one)).isTrue();
        assertThat(names.get(2).compareTo(names.get(0)) > 0 && names.get(2).compareTo(names.get(1)) < 0)
                .isFalse();
        String part = one.substring(0, Math.min(one.length(), beginning.length() + 1));
        assertThat(names.subList(0, 2)).allMatch(name -> like(name, new SearchWord(part, false)));
    }

    @Provide
    Arbitrary<String> plain() {
        return Arbitraries.strings().withChars("ab%_\\.\"'[-").ofMaxLength(4);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("ab%_\\.\"'[-*").ofMaxLength(4);
    }

    @Provide
    Arbitrary<String> domains() {
        Arbitrary<String> label =
                Arbitraries.strings().withChars("ab0-").ofMinLength(1).ofMaxLength(2);
        return Combinators.combine(label, label).as((name, top) -> name + "." + top);
    }

    private static String searchName(String domain) {
        return AllowedDomain.added("org", domain, Source.API, Instant.EPOCH, null)
                .searchName();
    }

    /** SQL's {@code like} with backslash as escape character. */
    private static boolean like(String text, SearchWord word) {
        StringBuilder regex = new StringBuilder();
        String pattern = word.pattern();
        for (int i = 0; i < pattern.length(); i++) {
            char character = pattern.charAt(i);
            if (character == '%') {
                regex.append(".*");
            } else if (character == '_') {
                regex.append('.');
            } else {
                regex.append(Pattern.quote(String.valueOf(character == '\\' ? pattern.charAt(++i) : character)));
            }
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL).matcher(text).matches();
    }
}
