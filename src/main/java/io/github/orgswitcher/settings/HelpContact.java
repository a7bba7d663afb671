package io.github.orgswitcher.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who people can turn to whom the page has nothing to offer.
 *
 * @param text what the setting says
 * @param link whether that is an address to go to, and not a sentence
 */
public record HelpContact(String text, boolean link) {

    /** One word that begins as an address does. */
    private static final Pattern ADDRESS = Pattern.compile("(?:[A-Za-z][A-Za-z0-9+.-]*:|//)\\S+");

    private static final Set<String> SCHEMES = Set.of("https", "mailto");

    /**
     * Reads the setting.
     *
     * @param text any text
     * @return what it says; empty where it is an address that no page should lead to
     */
    static Optional<HelpContact> of(String text) {
        boolean address = ADDRESS.matcher(text).matches();
        return Optional.of(new HelpContact(text, address)).filter(contact -> !address || isSafe(text));
    }

    private static boolean isSafe(String address) {
        try {
            URI uri = new URI(address);
            return uri.getScheme() != null
                    && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
                    && (uri.isOpaque() || uri.getHost() != null)
                    && uri.getRawUserInfo() == null
                    && uri.isOpaque() == "mailto".equalsIgnoreCase(uri.getScheme());
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
