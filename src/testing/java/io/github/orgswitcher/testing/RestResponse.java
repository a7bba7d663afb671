package io.github.orgswitcher.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpHeaders;

/** What a {@link Rest} call was answered. */
public record RestResponse(int status, String body, HttpHeaders headers) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * The body as JSON.
     *
     * @throws IllegalStateException when it is not JSON
     */
    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not JSON: " + this, e);
        }
    }

    /**
     * The header {@code Location}.
     *
     * @throws IllegalStateException when there is none
     */
    public String location() {
        return headers.firstValue("Location").orElseThrow(() -> new IllegalStateException("No Location: " + this));
    }

    @Override
    public String toString() {
        return status + " " + body;
    }
}
