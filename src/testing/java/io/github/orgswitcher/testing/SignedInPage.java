package io.github.orgswitcher.testing;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** The page of an application that a login returns to, on a free port until the JVM ends. */
final class SignedInPage {

    private static final byte[] HTML =
            "<!DOCTYPE html><html lang=en><title>App</title><h1>Signed in</h1></html>".getBytes(StandardCharsets.UTF_8);

    private SignedInPage() {}

    static URI serve() {
        try {
            InetAddress loopback = InetAddress.getByName("127.0.0.1");
            HttpServer server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
            server.createContext("/callback", exchange -> {
                try (exchange) {
                    exchange.getResponseHeaders().add("Content-Type", "text/html");
                    exchange.sendResponseHeaders(200, HTML.length);
                    exchange.getResponseBody().write(HTML);
                }
            });
            server.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> server.stop(0)));
            return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/callback");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
