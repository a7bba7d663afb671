package io.github.orgswitcher.admin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.orgswitcher.admin.Guide.Section;
import io.github.orgswitcher.testing.Distribution;
import io.github.orgswitcher.testing.EnrollmentRows;
import io.github.orgswitcher.testing.KeycloakSuite;
import io.github.orgswitcher.testing.PersonRows;
import io.github.orgswitcher.testing.RequiresCommands;
import io.github.orgswitcher.testing.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What administrators copy from the guide to the admin REST works as it stands there, and answers what is promised; what
 * they copy from elsewhere works too.
 */
@RequiresCommands({"bash", "curl", "jq"})
class GuideIT extends KeycloakSuite {

    /** Has curl tell the status, and kcadm.sh keep its session out of the home folder. */
    private static final String TOOLS = """
            curl() { command curl -sS --fail-with-body -w '\\n%{http_code}' "$@"; }
            kcadm.sh() { "$KCADM" "$@" --config kcadm.config; }
            """;

    private String alice = "";
    private String organization = "";
    private Shell shell;

    @BeforeAll
    void prepareTools(@TempDir Path directory) throws IOException {
        shell = new Shell(
                directory,
                Map.of(
                        "KCADM",
                        Distribution.tool("kcadm.sh").toString(),
                        "KC_OPTS",
                        "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"));
        alice = realm().user("alice", "alice@acme.com");
        PersonRows.of(realm()).addSetAside(realm().user("older", "older@acme.com"), alice, 1790000000000L);
        for (String provider : List.of("google", "github")) {
            Map<String, String> config = Map.of("clientId", "id", "clientSecret", "secret");
            realm().rest()
                    .post(
                            "identity-provider/instances",
                            Map.of("alias", provider, "providerId", provider, "config", config));
        }
        realm().rest().post("clients", Map.of("clientId", "my-app"));
        writeRows(directory, "domains", Guide.section("POST domains"));
        writeRows(directory, "people", Guide.section("POST people/import"));
        Guide.manners().stream()
                .filter(command -> command.startsWith("kcadm.sh "))
                .forEach(command -> run(manners() + command));
    }

    /** The rows of an import, in both forms that the guide has. */
    private static void writeRows(Path directory, String name, Section imports) throws IOException {
        Files.writeString(directory.resolve(name + ".csv"), imports.csv().orElseThrow(), UTF_8);
        Files.writeString(
                directory.resolve(name + ".json"),
                imports.commands().get(0).replaceAll("(?s).*-d '(.*)'.*", "$1"),
                UTF_8);
    }

    static Stream<Arguments> calls() {
        return examples("curl ");
    }

    static Stream<Arguments> kcadmCalls() {
        return examples("kcadm.sh ");
    }

    static Stream<Arguments> elsewhere() {
        return Stream.of("README.md", "docs/setup.md", "docs/admin-console.md")
                .flatMap(document -> Guide.document(document).commands().stream()
                        .filter(command -> command.startsWith("curl ") || command.startsWith("kcadm.sh "))
                        .map(command -> Arguments.of(document, command)));
    }

    private static Stream<Arguments> examples(String tool) {
        return Guide.sections().stream()
                .filter(section -> !section.call().isEmpty())
                .flatMap(section -> section.commands().stream()
                        .filter(command -> command.startsWith(tool))
                        .map(command -> Arguments.of(section.call(), command)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("calls")
    void curlAnswersAsPromised(String call, String command) {
        Section section = Guide.section(call);
        RealmPicture before = prepare(section.call(), command);
        String printed = run(manners() + command).out();
        int status = Integer.parseInt(printed.substring(printed.lastIndexOf('\n') + 1));
        assertThat(successes(section)).contains(status);
        section.status().ifPresent(promised -> assertThat(status).isEqualTo(promised));
        if (command.equals(section.commands().get(0))) {
            section.json()
                    .ifPresent(
                            promised -> assertShape(parse(printed.substring(0, printed.lastIndexOf('\n'))), promised));
        }
        assertChanged(call.startsWith("GET "), before);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("kcadmCalls")
    void kcadmAnswersAsPromised(String call, String command) {
        Section section = Guide.section(call);
        RealmPicture before = prepare(section.call(), command);
        Shell.Result result = run(manners() + command);
        section.json().ifPresent(promised -> assertShape(parse(result.out()), promised));
        assertChanged(call.startsWith("GET "), before);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("elsewhere")
    void examplesElsewhereWork(String document, String command) {
        RealmPicture before = prepare("", command);
        run(manners()
                + command.replace("https://keycloak.example", "$KC")
                        .replace("my-realm", "$REALM")
                        .replace("realms/master", "realms/$REALM"));
        assertChanged(command.startsWith("curl ") && !command.contains("-X "), before);
    }

    /** Makes what the example is about, and nothing of what it makes. */
    private RealmPicture prepare(String call, String command) {
        if (!organization.isEmpty()) {
            realm().rest().delete("organizations/" + organization);
        }
        organization = realm().organization("Acme Inc.", "acme", Map.of());
        if (!call.equals("POST domains") && !command.contains("{\"domain\": \"acme.com\"}")) {
            realm().rest()
                    .post("org-switcher/organizations/" + organization + "/domains", Map.of("domain", "acme.com"));
        }
        EnrollmentRows.of(realm()).add(organization, alice, standing(call), null, "acme.com", 1790000000000L);
        if (call.equals("DELETE setup")) {
            realm().rest().put("org-switcher/setup", "{}");
        } else {
            realm().rest().delete("org-switcher/setup");
        }
        return RealmPicture.of(realm(), organization);
    }

    private static String standing(String call) {
        if (call.contains("/people")) {
            return "DISMISSED";
        }
        return call.startsWith("DELETE ") && call.endsWith("/denial") ? "DENIED" : "REQUESTED";
    }

    private void assertChanged(boolean reads, RealmPicture before) {
        assertThat(RealmPicture.of(realm(), organization).equals(before))
                .as("nothing changed")
                .isEqualTo(reads);
    }

    /** What is promised is there, and of the same type. */
    private static void assertShape(JsonNode answer, JsonNode promised) {
        assertThat(answer.getNodeType()).as(answer.toString()).isEqualTo(promised.getNodeType());
        promised.properties().forEach(field -> assertShape(answer.path(field.getKey()), field.getValue()));
        for (int i = 0; promised.isArray() && i < promised.size(); i++) {
            assertShape(answer.path(i), promised.get(i));
        }
    }

    private Shell.Result run(String script) {
        Shell.Result result = shell.run(script);
        assertThat(result.exit()).as(script + "\n" + result).isZero();
        return result;
    }

    /** The guide's own way to sign in, with this realm's values. */
    private String manners() {
        String typed = Guide.manners().stream()
                .filter(command -> !command.startsWith("kcadm.sh "))
                .collect(Collectors.joining("\n", "", "\n"));
        Map<String, String> values = Map.of(
                "KC", server().baseUri().toString(), "REALM", realm().name(), "ORG", organization, "USER_ID", alice);
        for (Map.Entry<String, String> value : values.entrySet()) {
            typed = typed.replaceFirst("\\b" + value.getKey() + "=\\S+", value.getKey() + "=" + value.getValue());
        }
        return typed + TOOLS;
    }

    private static List<Integer> successes(Section section) {
        return OpenApiDocument.operations()
                .filter(call -> call.toString().equals(section.call()))
                .flatMap(call -> call.json().path("responses").properties().stream())
                .map(Map.Entry::getKey)
                .filter(status -> status.startsWith("2"))
                .map(Integer::valueOf)
                .toList();
    }

    private static JsonNode parse(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }
}
