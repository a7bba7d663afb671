package io.github.orgswitcher.name;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a person typed, in the one form in which it is kept: composed letters, letters that are only wide, narrow or joined
 * (as East Asian keyboards and documents bring them) as the ordinary ones, one plain space between words and none around.
 */
public final class TidyName {

    /** Every kind of space, the no-break space too, which {@link String#strip()} leaves. */
    private static final Pattern EDGES = Pattern.compile("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$");

    private static final Pattern SPACES = Pattern.compile("\\p{Zs}+");

    private static final Pattern TYPOGRAPHIC =
            Pattern.compile("[\\p{block=Halfwidth_and_Fullwidth_Forms}\\p{block=Alphabetic_Presentation_Forms}"
                    + "\\p{block=Arabic_Presentation_Forms_A}\\p{block=Arabic_Presentation_Forms_B}]+");

    private TidyName() {}

    /**
     * Tidies.
     *
     * @param typed any text
     * @return the name, which may be empty and may have a {@link Flaw}
     */
    public static String of(String typed) {
        String ordinary = TYPOGRAPHIC
                .matcher(typed)
                .replaceAll(run -> Matcher.quoteReplacement(Normalizer.normalize(run.group(), Form.NFKC)));
        String composed = Normalizer.normalize(ordinary, Form.NFC);
        return SPACES.matcher(EDGES.matcher(composed).replaceAll("")).replaceAll(" ");
    }
}
