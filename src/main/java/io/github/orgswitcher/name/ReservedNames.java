package io.github.orgswitcher.name;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Names that no person may give to an organization. They are compared by what they look like, and by their letters and digits
 * alone, without accents: no dot, space or accent makes another name of one.
 *
 * @param looks what the names look like; only good to compare
 */
public record ReservedNames(Set<String> looks) {

    /** Copies the set. */
    public ReservedNames {
        looks = Set.copyOf(looks);
    }

    /**
     * Reads them.
     *
     * @param names the names, as an administrator has typed them
     * @return the names
     */
    public static ReservedNames of(Collection<String> names) {
        return new ReservedNames(
                names.stream().map(TidyName::of).flatMap(ReservedNames::looks).collect(toUnmodifiableSet()));
    }

    /**
     * Whether a name is one of them, or passes for one.
     *
     * @param name the name, tidy
     * @return whether it is reserved
     */
    public boolean have(String name) {
        return looks(name).anyMatch(looks::contains);
    }

    private static Stream<String> looks(String name) {
        return name.isEmpty()
                ? Stream.empty()
                : LookAlikes.ofNew(name).stream()
                        .flatMap(look -> Stream.of(look, bare(look)))
                        .filter(look -> !look.isEmpty());
    }

    private static String bare(String look) {
        return Normalizer.normalize(look, Form.NFKD).replaceAll("[^\\p{L}\\p{N}]+", "");
    }
}
