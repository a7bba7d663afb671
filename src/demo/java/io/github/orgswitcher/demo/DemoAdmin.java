package io.github.orgswitcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** Does by REST, as the administrator, what no realm file can say. */
final class DemoAdmin {

    private static final String LOGIN = "grant_type=password&client_id=admin-cli&username=admin&password=admin";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client;
    private final String realms;
    private final String token;

    private DemoAdmin(HttpClient client, String realms, String token) {
        this.client = client;
        this.realms = realms;
        this.token = token;
    }

    /**
     * Signs the administrator in.
     *
     * @param ports where Keycloak listens
     * @return the administrator
     * @throws IOException where Keycloak cannot be reached
     * @throws InterruptedException where the thread is interrupted
     * @throws DemoException where Keycloak refuses
     */
    static DemoAdmin signIn(Ports ports) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest login = HttpRequest.newBuilder(
                        URI.create(ports.keycloakUrl() + "/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", FORM)
                .POST(BodyPublishers.ofString(LOGIN))
                .build();
        String token = JSON.readTree(send(client, login)).path("access_token").asText();
        return new DemoAdmin(client, ports.keycloakUrl() + "/admin/realms/", token);
    }

    /**
     * Makes the Admin Console show the extension's tab to those who sign in to {@code master}, a realm that Keycloak makes
     * before it imports any.
     *
     * @throws IOException where Keycloak cannot be reached
     * @throws InterruptedException where the thread is interrupted
     * @throws DemoException where Keycloak refuses
     */
    void showTab() throws IOException, InterruptedException {
        send(
                client,
                to("master")
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString("{\"adminTheme\": \"org-switcher\"}"))
                        .build());
    }

    /**
     * Invites somebody by Keycloak's own invitation, which realm files do not carry.
     *
     * @param organization the alias of an organization of the realm {@code demo}
     * @param email whom to invite
     * @throws IOException where Keycloak cannot be reached
     * @throws InterruptedException where the thread is interrupted
     * @throws DemoException where Keycloak refuses
     */
    void invite(String organization, String email) throws IOException, InterruptedException {
        JsonNode found = JSON.readTree(
                send(client, to("demo/organizations?search=" + organization).build()));
        String members = "demo/organizations/" + found.path(0).path("id").asText() + "/members/invite-user";
        send(
                client,
                to(members)
                        .header("Content-Type", FORM)
                        .POST(BodyPublishers.ofString("email=" + URLEncoder.encode(email, StandardCharsets.UTF_8)))
                        .build());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(realms + path)).header("Authorization", "Bearer " + token);
    }

    private static String send(HttpClient client, HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new DemoException("Keycloak answered " + response.statusCode() + " to " + request.uri() + ".");
        }
        return response.body();
    }
}
