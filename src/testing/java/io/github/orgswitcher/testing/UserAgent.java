package io.github.orgswitcher.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;

/**
 * A browser with no scripts and its own cookies: one person at one machine. It follows redirects on the server and stops
 * at the first that leaves it, as the one to an application does.
 */
public final class UserAgent {

    private static final int REDIRECT_LIMIT = 30;
    /** How long an answer is waited for. */
    static final Duration LONGEST = Duration.ofMinutes(2);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final CookieJar cookies = new CookieJar();
    private final Set<String> authorities;
    private String held = "";
    private String origin = "";
    private final Map<String, List<String>> headers = new HashMap<>();

    private UserAgent(Set<String> authorities) {
        this.authorities = authorities;
    }

    /** A browser that has never been on this server. */
    public static UserAgent on(KeycloakServer server) {
        return at(server.baseUri());
    }

    /** A browser that has never been on this server, which a proxy says is at this IP address. */
    public static UserAgent ofNetwork(KeycloakServer server, String ipAddress) {
        UserAgent agent = on(server);
        agent.tell("X-Forwarded-For", ipAddress);
        return agent;
    }

    /** A browser that has never been on the server at this address. */
    public static UserAgent at(URI server) {
        return new UserAgent(Set.of(server.getAuthority()));
    }

    /** A browser that has never been on these two servers and follows redirects from one to the other. */
    public static UserAgent at(URI server, URI other) {
        return new UserAgent(Set.of(server.getAuthority(), other.getAuthority()));
    }

    /** Forgets the cookies of a realm, and so its session. */
    public void forget(URI realm) {
        cookies.remove(realm.getPath());
    }

    /** Holds back from redirects to addresses with this part, as a browser that is stopped there; empty holds back from none. */
    public void holdBackFrom(String part) {
        held = part;
    }

    /** Says with each form on which site it is, as older browsers do that say no more; empty says nothing. */
    public void sayOrigin(String site) {
        origin = site;
    }

    /** Sends a header with each request, as the browser itself or a proxy on the way does; once for each value, and no more with none. */
    public void tell(String header, String... values) {
        headers.put(header, List.of(values));
    }

    /** Goes to an address, through all redirects. */
    public Page open(URI uri) {
        return follow(HttpRequest.newBuilder(uri).GET());
    }

    /** Asks what an address would answer, as scripts do before they show a link to it; through no redirect. */
    public int look(URI uri) {
        return send(HttpRequest.newBuilder(uri).method("HEAD", BodyPublishers.noBody()))
                .statusCode();
    }

    /** Takes the cookies of an answer that a script of the page has got. */
    public void take(URI uri, RestResponse answer) {
        cookies.store(uri, answer.headers().allValues("Set-Cookie"));
    }

    Page post(URI uri, Collection<Entry<String, String>> fields) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encode(fields)));
        return follow(origin.isEmpty() ? request : request.header("Origin", origin));
    }

    /** Fields as in a query or an HTML form. */
    static String encode(Collection<Entry<String, String>> fields) {
        return fields.stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** Fields of an address's query. */
    static String encode(Map<String, String> fields) {
        return encode(fields.entrySet());
    }

    private Page follow(HttpRequest.Builder first) {
        HttpRequest.Builder request = first;
        for (int hops = 0; hops < REDIRECT_LIMIT; hops++) {
            HttpResponse<String> response = send(request);
            URI uri = response.uri();
            cookies.store(uri, response.headers().allValues("Set-Cookie"));
            if (response.statusCode() / 100 != 3) {
                return page(response, uri, response.body());
            }
            URI target = uri.resolve(response.headers().firstValue("Location").orElseThrow());
            boolean stops = !held.isEmpty() && target.toString().contains(held);
            if (stops || !authorities.contains(target.getAuthority())) {
                return page(response, target, "");
            }
            request = HttpRequest.newBuilder(target).GET();
        }
        throw new IllegalStateException("More than " + REDIRECT_LIMIT + " redirects");
    }

    private Page page(HttpResponse<String> response, URI uri, String html) {
        return new Page(this, uri, response.statusCode(), response.headers().map(), Jsoup.parse(html, uri.toString()));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        String cookieHeader = cookies.header(request.build().uri());
        if (!cookieHeader.isEmpty()) {
            request.header("Cookie", cookieHeader);
        }
        headers.forEach((header, values) -> values.forEach(value -> request.header(header, value)));
        HttpRequest built =
                request.header("Accept", "text/html").timeout(LONGEST).build();
        try {
            return http.send(built, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(built.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
