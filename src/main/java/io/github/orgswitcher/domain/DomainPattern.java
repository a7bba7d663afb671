package io.github.orgswitcher.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An allowed domain: {@code acme.com} for itself alone, or {@code *.acme.com} for {@code acme.com} and every subdomain.
 *
 * <p>A pattern on a public suffix can be written down but matches nothing; {@link DomainRules#allow} says whether a
 * pattern may be used.
 *
 * @param value lower case, Unicode as A-labels, the {@code *.} kept
 */
public record DomainPattern(String value) {

    private static final String ANY_BELOW = "*.";

    /**
     * Takes a pattern that is already in its one spelling.
     *
     * @throws IllegalArgumentException when it is not; {@link #parse} takes what people type
     */
    public DomainPattern {
        if (!HostName.isCanonical(withoutWildcard(value))) {
            throw new IllegalArgumentException("Not a canonical domain pattern");
        }
    }

    /**
     * Reads what a person typed: white space around it is dropped, letters become lower case, Unicode becomes A-labels.
     *
     * @throws RefusedDomainException with {@link Refusal#MALFORMED} when it is no domain name, bare or after {@code *.}
     */
    public static DomainPattern parse(String text) throws RefusedDomainException {
        return find(text).orElseThrow(() -> new RefusedDomainException(Refusal.MALFORMED, text));
    }

    /** The same for what need not be one: empty where it is none. */
    public static Optional<DomainPattern> find(String text) {
        String stripped = text.strip();
        String prefix = stripped.startsWith(ANY_BELOW) ? ANY_BELOW : "";
        return HostName.canonical(withoutWildcard(stripped)).map(name -> new DomainPattern(prefix + name));
    }

    /** The domain name without {@code *.}. */
    public String base() {
        return withoutWildcard(value);
    }

    /** Whether it matches what is below the name, too. */
    public boolean reachesBelow() {
        return value.startsWith(ANY_BELOW);
    }

    /** How the name may stand in addresses on record: {@link #base} first, then spellings with U-labels. */
    public List<String> spellings() {
        return HostName.spellings(base());
    }

    /** The labels of {@link #base}, each in its own letters where these are the same name to all who read it. */
    public List<String> ownLetters() {
        return HostName.inOwnLetters(base());
    }

    /**
     * The values of all patterns that match a domain, the most specific first: for {@code eng.acme.com} these are
     * {@code eng.acme.com}, {@code *.eng.acme.com}, {@code *.acme.com}. None reaches up to a public suffix, and a
     * domain that is a public suffix has none.
     */
    public static List<String> matching(EmailDomain domain) {
        Optional<String> registrable = PublicSuffixes.registrable(domain.name());
        if (registrable.isEmpty()) {
            return List.of();
        }
        List<String> matching = new ArrayList<>();
        matching.add(domain.name());
        HostName.selfAndAbove(domain.name()).stream()
                .filter(name -> HostName.isAtOrBelow(name, registrable.get()))
                .map(ANY_BELOW::concat)
                .forEach(matching::add);
        return List.copyOf(matching);
    }

    /**
     * The names whose proof is a proof of a domain, too: itself and those above it that somebody can own. Who has the zone of
     * {@code acme.com} has all that is below it.
     *
     * @param domain the domain
     * @return the names without wildcards, the most specific first; none for a public suffix
     */
    public static List<String> proving(EmailDomain domain) {
        return PublicSuffixes.registrable(domain.name()).stream()
                .flatMap(registrable -> HostName.selfAndAbove(domain.name()).stream()
                        .filter(name -> HostName.isAtOrBelow(name, registrable)))
                .toList();
    }

    private static String withoutWildcard(String text) {
        return text.startsWith(ANY_BELOW) ? text.substring(ANY_BELOW.length()) : text;
    }
}
