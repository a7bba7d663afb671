package io.github.orgswitcher.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A token endpoint's answer.
 *
 * @param idToken null where no {@code openid} scope was asked for
 * @param refreshToken null where the grant gives none
 * @param scope what was granted
 */
public record Tokens(
        String accessToken,
        @Nullable String idToken,
        @Nullable String refreshToken,
        String scope) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * The tokens in an answer of the token endpoint.
     *
     * @throws AssertionError when it is an error
     */
    public static Tokens of(RestResponse response) {
        if (response.status() != 200) {
            throw new AssertionError("No tokens: " + response);
        }
        JsonNode json = response.json();
        return new Tokens(
                json.path("access_token").asText(),
                json.path("id_token").asText(null),
                json.path("refresh_token").asText(null),
                json.path("scope").asText());
    }

    /** The claims of the access token; its signature is not looked at. */
    public JsonNode accessClaims() {
        return claims(accessToken);
    }

    /**
     * The claims of the ID token; its signature is not looked at.
     *
     * @throws IllegalStateException when there is none
     */
    public JsonNode idClaims() {
        return claims(present(idToken));
    }

    static String present(@Nullable String token) {
        if (token == null) {
            throw new IllegalStateException("No such token was issued");
        }
        return token;
    }

    private static JsonNode claims(String jwt) {
        try {
            return JSON.readTree(Base64.getUrlDecoder().decode(jwt.split("\\.")[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
