package io.github.orgswitcher.login;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * From where a page may load images, as the realm's {@code Content-Security-Policy} says: by {@code img-src}, else by {@code
 * default-src}. What a browser would not load is not asked for, and neither is what is written in a way that is not understood. Where
 * the realm says nothing of images, they come from the page's own server: a logo elsewhere would tell that server of everybody who signs
 * in.
 *
 * @param policies the sources of each policy that says so; all of them must allow an image
 * @param self where the page itself is
 */
record ImageSources(List<List<String>> policies, URI self) {

    private static final List<String> DIRECTIVES = List.of("img-src", "default-src");
    private static final int HTTPS_PORT = 443;
    private static final String ANY_PORT = "*";
    private static final String ANY_BELOW = "*.";

    private static final List<String> OWN = List.of("'self'", "data:");

    ImageSources {
        policies = policies.isEmpty() ? List.of(OWN) : List.copyOf(policies);
    }

    /**
     * Reads the header.
     *
     * @param header what the realm sends; empty for nothing
     * @param self where the page itself is
     */
    static ImageSources of(String header, URI self) {
        return new ImageSources(
                Stream.of(header.split(","))
                        .flatMap(policy -> sources(policy).stream())
                        .toList(),
                self);
    }

    private static Optional<List<String>> sources(String policy) {
        List<List<String>> directives = Stream.of(policy.split(";"))
                .map(directive -> Arrays.asList(directive.strip().split("\\s+")))
                .toList();
        return DIRECTIVES.stream()
                .flatMap(
                        name -> directives.stream().filter(words -> words.get(0).equalsIgnoreCase(name)))
                .findFirst()
                .map(words -> words.subList(1, words.size()));
    }

    /** Whether images may stand in the page itself. */
    boolean allowData() {
        return policies.stream().allMatch(sources -> sources.stream().anyMatch("data:"::equalsIgnoreCase));
    }

    /** Whether an image may come from an address, which begins with {@code https:}. */
    boolean allow(URI image) {
        return policies.stream().allMatch(sources -> sources.stream().anyMatch(source -> matches(source, image)));
    }

    private boolean matches(String source, URI image) {
        return switch (source.toLowerCase(Locale.ROOT)) {
            case "*", "https:", "http:" -> true;
            case "'self'" ->
                "https".equals(self.getScheme())
                        && image.getHost().equalsIgnoreCase(self.getHost())
                        && port(image) == port(self);
            default -> matchesHost(source.replaceFirst("(?i)^https?://", ""), image);
        };
    }

    private static boolean matchesHost(String source, URI image) {
        int slash = source.indexOf('/');
        String authority = slash < 0 ? source : source.substring(0, slash);
        String path = slash < 0 ? "" : source.substring(slash);
        int colon = authority.indexOf(':');
        String host = colon < 0 ? authority : authority.substring(0, colon);
        String port = colon < 0 ? String.valueOf(HTTPS_PORT) : authority.substring(colon + 1);
        return matchesName(host.toLowerCase(Locale.ROOT), image.getHost().toLowerCase(Locale.ROOT))
                && (port.equals(ANY_PORT) || port.equals(String.valueOf(port(image))))
                && (path.isEmpty()
                        || (path.endsWith("/") ? image.getPath().startsWith(path) : path.equals(image.getPath())));
    }

    private static boolean matchesName(String source, String host) {
        return source.startsWith(ANY_BELOW) ? host.endsWith(source.substring(1)) : host.equals(source);
    }

    private static int port(URI address) {
        return address.getPort() < 0 ? HTTPS_PORT : address.getPort();
    }
}
