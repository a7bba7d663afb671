package io.github.orgswitcher.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.orgswitcher.testing.KeycloakSuite;
import io.github.orgswitcher.testing.Rest;
import io.github.orgswitcher.testing.RestResponse;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.keycloak.representations.idm.UserRepresentation;

/** Imports of people, and organizations to bring them into. */
abstract class PeopleImportSuite extends KeycloakSuite {

    private static final String IMPORT = "org-switcher/people/import";

    /** An organization with a domain of its own, so that no test sees another's people. */
    final class Place {

        final String alias = UUID.randomUUID().toString().substring(0, 8);
        final String domain = alias + ".example";
        final String id;
        final String path;

        Place() {
            this(Map.of());
        }

        Place(Map<String, List<String>> attributes) {
            id = realm().organization(alias, alias, attributes);
            path = "org-switcher/organizations/" + id;
            assertThat(realm().rest()
                            .post(path + "/domains", Map.of("domain", domain))
                            .status())
                    .isEqualTo(201);
        }

        String person(String name) {
            return realm().user(name + "." + domain, mailbox(name));
        }

        String mailbox(String name) {
            return name + "@" + domain;
        }

        String row(String name) {
            return alias + "," + mailbox(name);
        }
    }

    static RestResponse post(Rest rest, String query, String... lines) {
        return rest.call("POST", IMPORT + query, "text/csv", BodyPublishers.ofString(String.join("\n", lines)));
    }

    static RestResponse postJson(Rest rest, String query, String body) {
        return rest.call("POST", IMPORT + query, "application/json", BodyPublishers.ofString(body));
    }

    /** The rows of CSV as JSON: a line with another number of cells becomes something that is no object. */
    static String json(String... lines) {
        String[] columns = lines[0].split(",");
        return Stream.of(lines)
                .skip(1)
                .map(line -> line.replace("\"", "").split(",", -1))
                .map(cells -> cells.length == columns.length
                        ? IntStream.range(0, cells.length)
                                .mapToObj(i -> "\"%s\":\"%s\"".formatted(columns[i], cells[i]))
                                .collect(Collectors.joining(",", "{", "}"))
                        : "7")
                .collect(Collectors.joining(",", "[", "]"));
    }

    static JsonNode imported(RestResponse answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    static List<String> results(JsonNode report) {
        return StreamSupport.stream(report.path("results").spliterator(), false)
                .map(result -> Stream.of("row", "status", "field", "message")
                        .map(field -> result.path(field).asText())
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    void change(String userId, Consumer<UserRepresentation> change) {
        UserRepresentation user = realm().resource().users().get(userId).toRepresentation();
        change.accept(user);
        realm().resource().users().get(userId).update(user);
    }
}
