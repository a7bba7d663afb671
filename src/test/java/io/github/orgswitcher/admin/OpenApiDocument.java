package io.github.orgswitcher.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map.Entry;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.Indexer;

/** The OpenAPI document of the REST for administrators and of that for signed-in people: made from the resources, and as it is published. */
final class OpenApiDocument {

    static final Path PUBLISHED = Path.of("docs", "openapi.json");

    private static final String BASE = "/admin/realms/{realm}/org-switcher/";
    private static final String ACCOUNT_BASE = "/realms/{realm}/org-switcher/";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private OpenApiDocument() {}

    /**
     * A call.
     *
     * @param method such as {@code GET}
     * @param path below {@code org-switcher/}
     * @param json what the document says of it
     */
    record Call(String method, String path, JsonNode json) {

        boolean hasBody() {
            return json.has("requestBody");
        }

        Set<String> parameters() {
            return StreamSupport.stream(json.path("parameters").spliterator(), false)
                    .map(parameter -> parameter.path("name").asText())
                    .collect(Collectors.toUnmodifiableSet());
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** Makes the document anew. */
    static String generate() {
        try {
            IndexView index = index();
            return SmallRyeOpenAPI.builder()
                            .withIndex(index)
                            .withApplicationClassLoader(OpenApiDocument.class.getClassLoader())
                            .enableModelReader(false)
                            .enableStandardStaticFiles(false)
                            .addFilter(new RequiredProperties(index))
                            .addFilter(new PolicyProperties())
                            .addFilter(new Refusals())
                            .build()
                            .toJSON()
                            .strip()
                    + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The calls of the published document that are for administrators. */
    static Stream<Call> operations() {
        return operations(BASE);
    }

    /** Those for signed-in people. */
    static Stream<Call> accountOperations() {
        return operations(ACCOUNT_BASE);
    }

    private static Stream<Call> operations(String base) {
        try {
            return new ObjectMapper()
                    .readTree(Files.readString(PUBLISHED, UTF_8)).path("paths").properties().stream()
                            .filter(path -> path.getKey().startsWith(base))
                            .flatMap(path -> operations(base, path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Call> operations(String base, Entry<String, JsonNode> path) {
        return path.getValue().properties().stream()
                .filter(operation -> METHODS.contains(operation.getKey()))
                .map(operation -> new Call(
                        operation.getKey().toUpperCase(Locale.ROOT),
                        path.getKey().substring(base.length()),
                        operation.getValue()));
    }

    /** Keycloak's form of errors, as the answer of every call to what it does not take. */
    private static final class Refusals implements OASFilter {

        @Override
        public Operation filterOperation(Operation operation) {
            operation
                    .getResponses()
                    .addAPIResponse(
                            "default",
                            OASFactory.createAPIResponse()
                                    .description("Refused, with a sentence in the language of whoever asks")
                                    .content(OASFactory.createContent()
                                            .addMediaType(
                                                    "application/json",
                                                    OASFactory.createMediaType()
                                                            .schema(OASFactory.createSchema()
                                                                    .ref("#/components/schemas/Error")))));
            return operation;
        }

        @Override
        public void filterOpenAPI(OpenAPI document) {
            document.getComponents()
                    .addSchema(
                            "Error",
                            OASFactory.createSchema()
                                    .addType(SchemaType.OBJECT)
                                    .addProperty("errorMessage", text("What is wrong"))
                                    .addProperty(
                                            "field", text("The field or parameter it is about, if it is about one")));
        }

        private static Schema text(String description) {
            return OASFactory.createSchema().addType(SchemaType.STRING).description(description);
        }
    }

    private static IndexView index() throws IOException {
        Indexer indexer = new Indexer();
        indexer.indexClass(ApiRoot.class);
        indexer.indexClass(AccountApiRoot.class);
        try (Stream<Path> files = Files.walk(classes())) {
            for (Path file : files.filter(each -> each.toString().endsWith(".class"))
                    .sorted()
                    .toList()) {
                try (InputStream in = Files.newInputStream(file)) {
                    indexer.index(in);
                }
            }
        }
        return indexer.complete();
    }

    private static Path classes() {
        try {
            return Path.of(OrgSwitcherAdminResource.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
