package io.github.orgswitcher.platform.mail;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.device.DeviceRepresentationProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.account.DeviceRepresentation;

/**
 * By which browser a request came, as Keycloak's own list of sessions tells it. Only names that are known are told: a header can say
 * anything, and what a stranger writes has no place in a mail.
 */
public final class AskingBrowser {

    private static final Set<String> KNOWN = Set.of(
            "Chrome",
            "Chrome Mobile",
            "Chrome Mobile iOS",
            "Chromium",
            "Edge",
            "Edge Mobile",
            "Firefox",
            "Firefox Mobile",
            "Firefox iOS",
            "Mobile Safari",
            "Opera",
            "Opera Mobile",
            "Safari",
            "Samsung Internet",
            "Vivaldi",
            "Android",
            "Chrome OS",
            "Fedora",
            "FreeBSD",
            "iOS",
            "Linux",
            "Mac OS X",
            "Ubuntu",
            "Windows");

    /** Before the version of a browser. */
    private static final String VERSION = "/";

    /** Between the browser and what it runs on. */
    private static final String APART = ", ";

    private AskingBrowser() {}

    /**
     * The browser of the session's request.
     *
     * @param session the session of a request
     * @return its name and its system's, as far as they are known; empty where neither is
     */
    public static Optional<String> of(KeycloakSession session) {
        DeviceRepresentation device =
                session.getProvider(DeviceRepresentationProvider.class).deviceRepresentation();
        if (device == null) {
            return Optional.empty();
        }
        String names = Stream.of(family(device.getBrowser()), device.getOs())
                .filter(name -> name != null && KNOWN.contains(name))
                .collect(Collectors.joining(APART));
        return Optional.of(names).filter(known -> !known.isEmpty());
    }

    /** Without the version. */
    private static @Nullable String family(@Nullable String browser) {
        return browser == null ? null : browser.split(VERSION, 2)[0];
    }
}
