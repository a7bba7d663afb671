package io.github.orgswitcher.admin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The published OpenAPI document, and the guide with an example of each call, say what the resources do. {@code mvn test
 * -Dtest=OpenApiTest -Dopenapi.update} writes the document anew.
 */
class OpenApiTest {

    @Test
    void publishedDocumentIsThatOfTheResources() throws IOException {
        String generated = OpenApiDocument.generate();
        if (System.getProperty("openapi.update") != null) {
            Files.writeString(OpenApiDocument.PUBLISHED, generated, UTF_8);
        }
        assertThat(Files.readString(OpenApiDocument.PUBLISHED, UTF_8))
                .as("Write it anew: mvn test -Dtest=OpenApiTest -Dopenapi.update")
                .isEqualTo(generated);
    }

    static Stream<OpenApiDocument.Call> operations() {
        return OpenApiDocument.operations();
    }

    static Stream<OpenApiDocument.Call> allOperations() {
        return Stream.concat(operations(), OpenApiDocument.accountOperations());
    }

    @ParameterizedTest
    @MethodSource("allOperations")
    void eachCallSaysWhatItDoesAndAnswers(OpenApiDocument.Call operation) {
        assertThat(operation.json().path("summary").asText()).as("summary").endsWith(".");
        assertThat(operation.json().path("responses").size()).as("responses").isGreaterThan(1);
        if (operation.hasBody()) {
            assertThat(operation.json().path("requestBody").path("content").properties())
                    .isNotEmpty()
                    .allSatisfy(content -> assertThat(content.getValue()
                                            .path("schema")
                                            .path("$ref")
                                            .asText()
                                    + content.getValue()
                                            .path("schema")
                                            .path("type")
                                            .asText())
                            .isNotEmpty()
                            .doesNotContain("InputStream"));
        }
    }

    @Test
    void eventsDocumentHasEachCallThatChangesSomething() throws IOException {
        String document = Files.readString(Path.of("docs/events.md"), UTF_8);
        assertThat(operations().filter(call -> !call.method().equals("GET")).map(OpenApiDocument.Call::path))
                .isNotEmpty()
                .allMatch(path -> document.contains("| `" + path) || document.contains("| `org-switcher/" + path));
    }

    @Test
    void guideForApplicationsHasEachCall() throws IOException {
        String guide = Files.readString(Path.of("docs/account.md"), UTF_8);

        assertThat(OpenApiDocument.accountOperations())
                .isNotEmpty()
                .allMatch(call -> guide.contains("| `" + call.method() + " " + call.path() + "`"));
    }

    @Test
    void guideHasAnExampleOfEachCallAndOfNoOther() {
        List<Guide.Section> calls = Guide.sections().stream()
                .filter(section -> !section.call().isEmpty())
                .toList();
        assertThat(calls)
                .extracting(Guide.Section::call)
                .containsExactlyInAnyOrderElementsOf(
                        operations().map(OpenApiDocument.Call::toString).collect(Collectors.toList()));
        assertThat(calls).allSatisfy(section -> assertThat(section.commands())
                .anyMatch(command -> command.startsWith("curl "))
                .anyMatch(command -> command.startsWith("kcadm.sh ")));
    }
}
