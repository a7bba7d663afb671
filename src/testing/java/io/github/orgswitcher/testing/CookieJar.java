package io.github.orgswitcher.testing;

import java.net.HttpCookie;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The cookies of one server. Like a browser on a loopback address it also returns those marked {@code Secure} over plain
 * HTTP, which the JDK's own cookie handler would not.
 */
final class CookieJar {

    private final List<HttpCookie> cookies = new ArrayList<>();

    synchronized void store(URI uri, List<String> setCookieHeaders) {
        for (String header : setCookieHeaders) {
            for (HttpCookie cookie : HttpCookie.parse("Set-Cookie: " + header)) {
                if (cookie.getPath() == null) {
                    cookie.setPath(uri.getPath());
                }
                cookies.removeIf(known -> known.getName().equals(cookie.getName())
                        && known.getPath().equals(cookie.getPath()));
                if (!cookie.hasExpired()) {
                    cookies.add(cookie);
                }
            }
        }
    }

    /** Forgets those of a path and below it. */
    synchronized void remove(String path) {
        cookies.removeIf(cookie -> cookie.getPath().startsWith(path + "/"));
    }

    /** The value of the request's {@code Cookie} header; may be empty. */
    synchronized String header(URI uri) {
        return cookies.stream()
                .filter(cookie -> !cookie.hasExpired() && uri.getPath().startsWith(cookie.getPath()))
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }
}
