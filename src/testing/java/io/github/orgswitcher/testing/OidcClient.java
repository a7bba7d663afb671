package io.github.orgswitcher.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An application that signs people in with the authorization code flow and PKCE, and knows the other grants too. */
public final class OidcClient {

    /** Registered with the applications of a {@link TestRealm}; real browsers find a page there. */
    public static final URI REDIRECT_URI = SignedInPage.serve();

    private final URI realmUri;
    private final String clientId;
    private final @Nullable String secret;
    private final String state = UUID.randomUUID().toString();
    private final String codeVerifier = UUID.randomUUID() + "-" + UUID.randomUUID();

    OidcClient(URI realmUri, String clientId, @Nullable String secret) {
        this.realmUri = realmUri;
        this.clientId = clientId;
        this.secret = secret;
    }

    /** The address that starts a login; {@code extra} adds parameters or replaces some, such as {@code scope}. */
    public URI authorizationUri(Map<String, String> extra) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("client_id", clientId);
        parameters.put("redirect_uri", REDIRECT_URI.toString());
        parameters.put("response_type", "code");
        parameters.put("scope", "openid");
        parameters.put("state", state);
        parameters.put("code_challenge_method", "S256");
        parameters.put("code_challenge", codeChallenge());
        parameters.putAll(extra);
        return endpoint("auth?" + UserAgent.encode(parameters));
    }

    /** The application's own page before one is signed in, whose link {@code #sign-in} starts a login. */
    public URI applicationUri(Map<String, String> extra) {
        return SignedInPage.before(REDIRECT_URI, authorizationUri(extra));
    }

    /** Sends a browser to the login. */
    public Page authorize(UserAgent agent, Map<String, String> extra) {
        return agent.open(authorizationUri(extra));
    }

    /** Sends a browser to the login. */
    public Page authorize(UserAgent agent) {
        return authorize(agent, Map.of());
    }

    /**
     * Signs a {@link TestRealm#socialUser social user} in at the social realm, whose login page is left out when the
     * browser has a session there, and returns the page that follows: often the application.
     */
    public Page signInSocially(UserAgent agent, String username, Map<String, String> extra) {
        return signInBy(TestRealm.SOCIAL, agent, username, extra);
    }

    /** The same by another identity provider of the realm behind which the social realm stands. */
    public Page signInBy(String provider, UserAgent agent, String username, Map<String, String> extra) {
        Map<String, String> parameters = new LinkedHashMap<>(extra);
        parameters.put("kc_idp_hint", provider);
        Page page = authorize(agent, parameters);
        return page.has("#kc-login") ? fillLogin(page, username) : page;
    }

    /** As {@link #signInSocially(UserAgent, String, Map)}, with no further parameters. */
    public Page signInSocially(UserAgent agent, String username) {
        return signInSocially(agent, username, Map.of());
    }

    /** Fills in Keycloak's login page for someone made by {@link TestRealm#user} or {@link TestRealm#socialUser}. */
    public static Page fillLogin(Page loginPage, String username) {
        // A realm with organizations asks for the name first, on a page of its own.
        Page passwordPage =
                loginPage.has("#password") ? loginPage : loginPage.submit("#kc-login", Map.of("username", username));
        return passwordPage.submit("#kc-login", Map.of("username", username, "password", TestRealm.PASSWORD));
    }

    /**
     * Exchanges the code that a login has ended with.
     *
     * @throws AssertionError when the page is not the application's, or carries no code
     */
    public Tokens tokens(Page page) {
        Map<String, String> answer = page.query();
        if (!page.left() || !answer.containsKey("code") || !state.equals(answer.get("state"))) {
            throw new AssertionError("Not back at the application with a code: " + page);
        }
        return tokens(answer);
    }

    /**
     * Exchanges the code that a login in a real browser has ended with.
     *
     * @throws AssertionError when the browser is not back at the application
     */
    public Tokens tokens(com.microsoft.playwright.Page page) {
        page.waitForURL(url -> url.startsWith(REDIRECT_URI.toString()));
        return tokens(Page.query(URI.create(page.url())));
    }

    private Tokens tokens(Map<String, String> answer) {
        return Tokens.of(tokenRequest(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                answer.getOrDefault("code", ""),
                "redirect_uri",
                REDIRECT_URI.toString(),
                "code_verifier",
                codeVerifier)));
    }

    /** New tokens for a refresh token. */
    public Tokens refresh(Tokens tokens) {
        return Tokens.of(tokenRequest(
                Map.of("grant_type", "refresh_token", "refresh_token", Tokens.present(tokens.refreshToken()))));
    }

    /** The direct grant of someone made by {@link TestRealm#user}. */
    public Tokens directGrant(String username) {
        return Tokens.of(tokenRequest(Map.of(
                "grant_type", "password", "username", username, "password", TestRealm.PASSWORD, "scope", "openid")));
    }

    /** The grant of the client itself; only {@link TestRealm#service} has one. */
    public Tokens clientCredentials() {
        return Tokens.of(tokenRequest(Map.of("grant_type", "client_credentials")));
    }

    /** What the server says of an access token; for a client with a secret. */
    public JsonNode introspect(String accessToken) {
        return post("token/introspect", Map.of("token", accessToken)).json();
    }

    /** Starts the grant of a device (RFC 8628). */
    public JsonNode authorizeDevice(Map<String, String> parameters) {
        return post("auth/device", parameters).json();
    }

    /** What a device gets that asks for its tokens. */
    public RestResponse deviceTokens(JsonNode device) {
        return tokenRequest(Map.of(
                "grant_type",
                "urn:ietf:params:oauth:grant-type:device_code",
                "device_code",
                device.path("device_code").asText()));
    }

    /** Ends the session that the tokens come from. */
    public void logout(Tokens tokens) {
        RestResponse response = post("logout", Map.of("refresh_token", Tokens.present(tokens.refreshToken())));
        if (response.status() != 204) {
            throw new AssertionError("No logout: " + response);
        }
    }

    /** Any request to the token endpoint, with the client's own parameters added; for grants that may be refused. */
    public RestResponse tokenRequest(Map<String, String> parameters) {
        return post("token", parameters);
    }

    private RestResponse post(String endpoint, Map<String, String> parameters) {
        Map<String, String> fields = new LinkedHashMap<>(parameters);
        fields.put("client_id", clientId);
        if (secret != null) {
            fields.put("client_secret", secret);
        }
        return Rest.send(HttpRequest.newBuilder(endpoint(endpoint))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(UserAgent.encode(fields)))
                .build());
    }

    private URI endpoint(String path) {
        return URI.create(realmUri + "/protocol/openid-connect/" + path);
    }

    private String codeChallenge() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(codeVerifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
