package io.github.orgswitcher.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * The admin theme of the realm {@code master}, which no realm file can set: Keycloak makes that realm before it imports any.
 */
final class AdminTheme {

    private static final String LOGIN = "grant_type=password&client_id=admin-cli&username=admin&password=admin";

    private final HttpClient client = HttpClient.newHttpClient();
    private final String keycloak;

    AdminTheme(Ports ports) {
        this.keycloak = ports.keycloakUrl();
    }

    /**
     * Makes the Admin Console show the extension's tab to those who sign in to {@code master}.
     *
     * @throws IOException where Keycloak cannot be reached
     * @throws InterruptedException where the thread is interrupted
     * @throws DemoException where Keycloak refuses
     */
    void switchOn() throws IOException, InterruptedException {
        HttpRequest login = HttpRequest.newBuilder(
                        URI.create(keycloak + "/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(LOGIN))
                .build();
        String token =
                new ObjectMapper().readTree(send(login)).path("access_token").asText();
        HttpRequest change = HttpRequest.newBuilder(URI.create(keycloak + "/admin/realms/master"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"adminTheme\": \"org-switcher\"}"))
                .build();
        send(change);
    }

    private String send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new DemoException("Keycloak answered " + response.statusCode() + " to " + request.uri() + ".");
        }
        return response.body();
    }
}
