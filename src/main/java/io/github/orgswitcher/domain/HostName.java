package io.github.orgswitcher.domain;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The one spelling of a host name: lower case, A-labels, no trailing dot. Only equal spellings are equal names. */
final class HostName {

    static final int MAX_NAME = 253;
    private static final int MAX_SPELLINGS = 27;
    private static final int MAX_LABEL = 63;
    private static final String A_LABEL_PREFIX = "xn--";
    private static final Pattern LETTERS_DIGITS_HYPHENS = Pattern.compile("[a-z0-9](?:[a-z0-9-]*[a-z0-9])?");
    private static final Pattern ASCII = Pattern.compile("\\p{ASCII}*");

    private HostName() {}

    /** The name in its one spelling, or empty when the text is no host name of one label or more. */
    static Optional<String> canonical(String text) {
        if (text.length() > MAX_NAME) {
            return Optional.empty();
        }
        List<String> labels = new ArrayList<>();
        for (String label : text.split("\\.", -1)) {
            Optional<String> canonical = canonicalLabel(label);
            if (canonical.isEmpty()) {
                return Optional.empty();
            }
            labels.add(canonical.get());
        }
        // No top-level domain starts with a digit, but every way to write an IPv4 address ends in such a label.
        boolean looksLikeAddress =
                Character.isDigit(labels.get(labels.size() - 1).charAt(0));
        String name = String.join(".", labels);
        return looksLikeAddress || name.length() > MAX_NAME ? Optional.empty() : Optional.of(name);
    }

    static boolean isCanonical(String text) {
        return canonical(text).filter(text::equals).isPresent();
    }

    /** The name and the names above it, from the name itself to its top-level domain. */
    static List<String> selfAndAbove(String name) {
        List<String> names = new ArrayList<>();
        names.add(name);
        for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
            names.add(name.substring(dot + 1));
        }
        return names;
    }

    /**
     * The canonical name and other ways to write it, each with some labels in Unicode, composed or decomposed; only such as
     * are the same name by IDNA2003. Many international labels can be written in very many ways, which are cut off.
     */
    static List<String> spellings(String name) {
        Stream<String> spellings = Stream.of("");
        for (String label : name.split("\\.", -1)) {
            List<String> ways = waysToWrite(label);
            spellings = spellings.flatMap(front -> ways.stream().map(way -> front + "." + way));
        }
        return spellings
                .limit(MAX_SPELLINGS)
                .map(spelling -> spelling.substring(1))
                .toList();
    }

    /** The labels of a canonical name, each in its own letters where IDNA2003 reads these as the same name. */
    static List<String> inOwnLetters(String name) {
        return Stream.of(name.split("\\.", -1))
                .map(HostName::waysToWrite)
                .map(ways -> ways.size() > 1 ? ways.get(1) : ways.get(0))
                .toList();
    }

    private static List<String> waysToWrite(String label) {
        if (!label.startsWith(A_LABEL_PREFIX)) {
            return List.of(label);
        }
        Stream<String> unicode = Punycode.decode(label.substring(A_LABEL_PREFIX.length())).stream()
                .flatMap(composed -> Stream.of(composed, Normalizer.normalize(composed, Form.NFD)))
                .filter(written -> Idna2003.reads(written, label));
        return Stream.concat(Stream.of(label), unicode).distinct().toList();
    }

    /** Whether the first name is the second or a subdomain of it. */
    static boolean isAtOrBelow(String name, String above) {
        return name.equals(above) || name.endsWith("." + above);
    }

    private static Optional<String> canonicalLabel(String label) {
        if (!isAscii(label)) {
            return UnicodeLabel.canonical(label)
                    .filter(HostName::hasProperHyphens)
                    .filter(canonical -> !isAscii(canonical))
                    .map(canonical -> A_LABEL_PREFIX + Punycode.encode(canonical))
                    .filter(encoded -> encoded.length() <= MAX_LABEL);
        }
        String lower = label.toLowerCase(Locale.ROOT);
        if (lower.length() > MAX_LABEL || !LETTERS_DIGITS_HYPHENS.matcher(lower).matches()) {
            return Optional.empty();
        }
        boolean accepted = lower.startsWith(A_LABEL_PREFIX) ? isGenuineALabel(lower) : hasProperHyphens(lower);
        return accepted ? Optional.of(lower) : Optional.empty();
    }

    /** An A-label counts only when it stands for a Unicode label whose A-label it is. */
    private static boolean isGenuineALabel(String label) {
        return Punycode.decode(label.substring(A_LABEL_PREFIX.length()))
                .filter(decoded -> !isAscii(decoded))
                .flatMap(HostName::canonicalLabel)
                .filter(label::equals)
                .isPresent();
    }

    private static boolean hasProperHyphens(String label) {
        return !label.startsWith("-") && !label.endsWith("-") && !label.startsWith("--", 2);
    }

    private static boolean isAscii(String text) {
        return ASCII.matcher(text).matches();
    }
}
