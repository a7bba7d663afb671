package io.github.orgswitcher.demo;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What a small web server sends back. */
final class Answer {

    static final Answer NOT_FOUND =
            new Answer(404, "text/plain; charset=utf-8", "Not found\n".getBytes(StandardCharsets.UTF_8), Map.of());

    private final int status;
    private final String type;
    private final byte[] body;
    private final Map<String, String> headers;

    private Answer(int status, String type, byte[] body, Map<String, String> headers) {
        this.status = status;
        this.type = type;
        this.body = body;
        this.headers = headers;
    }

    static Answer of(String type, byte[] body) {
        return new Answer(200, type, body, Map.of());
    }

    static Answer html(String html, String contentSecurityPolicy) {
        return new Answer(
                200,
                "text/html; charset=utf-8",
                html.getBytes(StandardCharsets.UTF_8),
                Map.of("Content-Security-Policy", contentSecurityPolicy));
    }

    static Answer json(byte[] json) {
        return of("application/json", json);
    }

    int status() {
        return status;
    }

    String type() {
        return type;
    }

    byte[] body() {
        return body;
    }

    Map<String, String> headers() {
        return headers;
    }
}
