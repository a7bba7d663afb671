package io.github.orgswitcher.login;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An organization's logo, as far as a page may show it; where it may not, the initials stand in its place. It is never long: Keycloak's
 * {@code GroupAttributeEntity} holds 255 characters.
 */
final class Logo {

    /** Pictures alone: what is drawn by instructions, as SVG is, could do more. */
    private static final Pattern PICTURE =
            Pattern.compile("data:image/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/]+={0,2}");

    private Logo() {}

    /**
     * Reads the attribute.
     *
     * @param text what an administrator has written
     * @param sources from where the page may load images
     * @return what the page shows; empty where it is neither an {@code https} address that the page may load from, nor a small
     *     picture
     */
    static Optional<String> of(String text, ImageSources sources) {
        String logo = text.strip();
        if (logo.startsWith("data:")) {
            return Optional.of(logo).filter(data -> PICTURE.matcher(data).matches() && sources.allowData());
        }
        return address(logo).filter(sources::allow).map(URI::toASCIIString);
    }

    private static Optional<URI> address(String text) {
        try {
            return Optional.of(new URI(text))
                    .filter(address -> "https".equalsIgnoreCase(address.getScheme())
                            && address.getHost() != null
                            && address.getRawUserInfo() == null);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
