package io.github.orgswitcher.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Raw calls with JSON below one address, with a bearer token. Any status is an answer, none is thrown; no answer within the time that
 * a browser waits is.
 */
public final class Rest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI root;
    private final Supplier<String> token;
    private final Duration longest;

    /** Calls below an address without a trailing slash. */
    public Rest(URI root, Supplier<String> token) {
        this(root, token, UserAgent.LONGEST);
    }

    private Rest(URI root, Supplier<String> token, Duration longest) {
        this.root = root;
        this.token = token;
        this.longest = longest;
    }

    /** The same with more patience: for what no browser waits for, such as the import of very many rows. */
    public Rest waiting(Duration patience) {
        return new Rest(root, token, patience);
    }

    /** The same address with another token. */
    public Rest as(String accessToken) {
        return new Rest(root, () -> accessToken, longest);
    }

    /** Paths start without a slash here and below, and may carry a query. */
    public RestResponse get(String path) {
        return call("GET", path, BodyPublishers.noBody());
    }

    /** Sends a value as JSON; a string is sent as it is. */
    public RestResponse post(String path, Object body) {
        return call("POST", path, json(body));
    }

    /** A post without a body. */
    public RestResponse post(String path) {
        return call("POST", path, BodyPublishers.noBody());
    }

    /** Sends a value as JSON; a string is sent as it is. */
    public RestResponse put(String path, Object body) {
        return call("PUT", path, json(body));
    }

    public RestResponse delete(String path) {
        return call("DELETE", path, BodyPublishers.noBody());
    }

    /** The same as another type than JSON. */
    public RestResponse getAs(String type, String path) {
        return send(HttpRequest.newBuilder(URI.create(root + "/" + path))
                .header("Authorization", "Bearer " + token.get())
                .header("Accept", type)
                .build());
    }

    /** Any other call; a content type that is empty is left out. */
    public RestResponse call(String method, String path, String contentType, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + "/" + path))
                .method(method, body)
                .timeout(longest)
                .header("Authorization", "Bearer " + token.get())
                .header("Accept", "application/json");
        if (!contentType.isEmpty()) {
            request.header("Content-Type", contentType);
        }
        return send(request.build());
    }

    private RestResponse call(String method, String path, BodyPublisher body) {
        return call(method, path, "application/json", body);
    }

    /** Any other request. Any status is an answer, none is thrown. */
    public static RestResponse send(HttpRequest request) {
        try {
            HttpResponse<String> response = HTTP.send(timed(request), BodyHandlers.ofString());
            return new RestResponse(response.statusCode(), response.body(), response.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(request + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest timed(HttpRequest request) {
        return request.timeout().isPresent()
                ? request
                : HttpRequest.newBuilder(request, (header, value) -> true)
                        .timeout(UserAgent.LONGEST)
                        .build();
    }

    private static BodyPublisher json(Object body) {
        try {
            return BodyPublishers.ofString(body instanceof String text ? text : JSON.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
