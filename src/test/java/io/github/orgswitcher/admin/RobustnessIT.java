package io.github.orgswitcher.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.admin.OpenApiDocument.Call;
import io.github.orgswitcher.testing.KeycloakSuite;
import io.github.orgswitcher.testing.RestResponse;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nonsense, sent to every call of the admin REST: the sender's fault each time, and said in a sentence. */
class RobustnessIT extends KeycloakSuite {

    private static final String JSON = "application/json";
    private static final int TEN_MEGABYTES = 10_000_000;
    private static final Set<Integer> SENDERS_FAULT = Set.of(400, 404, 405, 413, 415);

    private String acme = "";

    @BeforeAll
    void addOrganization() {
        acme = realm().organization("Acme", "acme", Map.of());
    }

    static Stream<Call> everyCall() {
        return OpenApiDocument.operations();
    }

    static Stream<Call> callsWithBody() {
        return everyCall().filter(Call::hasBody);
    }

    static Stream<Call> lists() {
        return everyCall().filter(call -> call.parameters().contains("max"));
    }

    @ParameterizedTest
    @MethodSource("everyCall")
    void idsOfNothing(Call call) {
        for (String nothing : List.of("none", "%00", "%F0%9F%92%A9", "..%2F..", "a".repeat(3000), "-")) {
            if (call.path().contains("{")) {
                assertSendersFault(
                        call,
                        nothing,
                        send(call.method(), call.path().replaceAll("\\{[^}]*}", nothing), JSON, text("{}")));
            }
            if (call.path().replace("{orgId}", "").contains("{")) {
                assertSendersFault(
                        call,
                        nothing,
                        send(
                                call.method(),
                                call.path().replace("{orgId}", acme).replaceAll("\\{[^}]*}", nothing),
                                JSON,
                                text("{}")));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("callsWithBody")
    void bodiesOfNonsense(Call call) {
        for (String body : List.of(
                "",
                "null",
                "7",
                "\"acme\"",
                "{",
                "}",
                "{\"a\":",
                "[{]",
                "{} {}",
                "\u0000",
                "{\"unknown\":1}",
                "[".repeat(5000),
                "{\"a\":".repeat(5000),
                "{\"domain\":{\"domain\":[]}}",
                "{\"domain\":\"\\u0000\"}",
                "{\"defaultGroups\":[\"\\u0000\"]}",
                "{\"identityProviders\":[\"\\u0000\"]}",
                "{\"joinMode\":[1e999999],\"maxMembers\":\"-1\",\"signInKinds\":{},\"defaultGroups\":1}")) {
            assertSendersFault(call, body, send(call, JSON, text(body)));
        }
        assertSendersFault(
                call, "Latin-1", send(call, JSON, BodyPublishers.ofByteArray(new byte[] {'{', '"', -1, '"'})));
    }

    @ParameterizedTest
    @MethodSource("callsWithBody")
    void tenMegabytesOfNonsense(Call call) {
        for (String start : List.of("", "{\"domain\":\"", "[\"", "{\"domain\":[", "[[[[")) {
            String body = start + "a".repeat(TEN_MEGABYTES);
            assertSendersFault(call, start + "...", send(call, JSON, text(body)));
        }
        assertSendersFault(call, "blanks", send(call, JSON, text(" ".repeat(TEN_MEGABYTES))));
    }

    @ParameterizedTest
    @MethodSource("callsWithBody")
    void oddContentTypes(Call call) {
        for (String type : List.of("", "text/plain", "application/xml", "application/x-www-form-urlencoded", "a/b")) {
            RestResponse answer = send(call, type, text("{\"domain\":7}"));
            // What a call is about is looked for before its body is read.
            assertThat(answer.status()).as(call + " as " + type + ": " + answer).isIn(400, 404, 415);
        }
    }

    @ParameterizedTest
    @MethodSource("lists")
    void pagesOfNothing(Call call) {
        for (String query : List.of(
                "first=-1", "max=-1", "first=x", "max=1.5", "first=9999999999999999999", "search=" + "a".repeat(256))) {
            RestResponse answer = send(call.method(), path(call) + "?" + query, JSON, BodyPublishers.noBody());
            assertSendersFault(call, query, answer);
            assertThat(answer.json().path("field").asText())
                    .as(call + " " + answer)
                    .isEqualTo(query.substring(0, query.indexOf('=')));
        }
        assertThat(send(
                                call.method(),
                                path(call) + "?first=2147483647&max=2147483647&search=%25",
                                JSON,
                                BodyPublishers.noBody())
                        .status())
                .as(call.toString())
                .isEqualTo(200);
    }

    @Test
    void callsThatAreNot() {
        for (String path :
                List.of("", "nothing", "organizations", "organizations/" + acme, "organizations/" + acme + "/x")) {
            RestResponse answer = send("GET", path, JSON, BodyPublishers.noBody());
            assertThat(answer.status()).as(path + " " + answer).isIn(404, 405);
        }
    }

    private void assertSendersFault(Call call, String what, RestResponse answer) {
        String shown = call + " with " + what.substring(0, Math.min(what.length(), 60)) + ": " + answer;
        assertThat(answer.status()).as(shown).isIn(SENDERS_FAULT);
        if (!answer.body().isEmpty()) {
            assertThat(answer.json().isObject()).as(shown).isTrue();
        }
    }

    private RestResponse send(Call call, String contentType, BodyPublisher body) {
        return send(call.method(), path(call), contentType, body);
    }

    private RestResponse send(String method, String path, String contentType, BodyPublisher body) {
        return realm().rest().call(method, "org-switcher/" + path, contentType, body);
    }

    /** The path with an organization that is there, and with nothing else. */
    private String path(Call call) {
        return call.path().replace("{orgId}", acme).replaceAll("\\{[^}]*}", "none");
    }

    private static BodyPublisher text(String body) {
        return BodyPublishers.ofString(body);
    }
}
