package io.github.orgswitcher.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The page of an application that a login returns to, on a free port until the JVM ends. */
final class SignedInPage {

    private static final String HTML = "<!DOCTYPE html><html lang=en><title>App</title><h1>Signed in</h1></html>";
    private static final String BEFORE =
            "<!DOCTYPE html><html lang=en><title>App</title><h1>Welcome</h1><a id=sign-in href='%s'>Sign in</a></html>";

    private SignedInPage() {}

    static URI serve() {
        try {
            InetAddress loopback = InetAddress.getByName("127.0.0.1");
            HttpServer server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
            server.createContext("/callback", exchange -> answer(exchange, HTML));
            server.createContext("/welcome", exchange -> answer(exchange, BEFORE.formatted(start(exchange))));
            server.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> server.stop(0)));
            return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/callback");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The application's page before one is signed in, with a link to where a login starts. */
    static URI before(URI callback, URI start) {
        return callback.resolve("/welcome?" + UserAgent.encode(Map.of("start", start.toString())));
    }

    private static String start(HttpExchange exchange) {
        return exchange.getRequestURI()
                .getQuery()
                .substring("start=".length())
                .replace("&", "&amp;")
                .replace("'", "&#39;");
    }

    private static void answer(HttpExchange exchange, String page) throws IOException {
        byte[] html = page.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getResponseHeaders().add("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, html.length);
            exchange.getResponseBody().write(html);
        }
    }
}
