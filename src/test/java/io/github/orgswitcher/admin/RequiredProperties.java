package io.github.orgswitcher.admin;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/** What a record may not lack is required in its schema. */
final class RequiredProperties implements OASFilter {

    /** Bodies of which a request may leave out what is not to be changed. */
    private static final Set<String> PARTIAL =
            Set.of("PolicyRepresentation", "ManagedPolicyRepresentation", "SetupChange");

    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final DotName SCHEMA = DotName.createSimple(Schema.class);

    private final IndexView index;

    RequiredProperties(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getComponents().getSchemas().forEach((name, schema) -> {
            if (schema.getProperties() != null && !PARTIAL.contains(name)) {
                schema.setRequired(required(name, schema.getProperties().keySet()));
            }
        });
    }

    private List<String> required(String name, Set<String> properties) {
        return components(name, properties).stream()
                .filter(component -> !component.type().hasAnnotation(NULLABLE))
                .map(RecordComponentInfo::name)
                .toList();
    }

    private List<RecordComponentInfo> components(String name, Set<String> properties) {
        return index.getKnownClasses().stream()
                .filter(info -> info.isRecord() && name(info).equals(name))
                .map(ClassInfo::recordComponents)
                .filter(components -> components.stream()
                        .map(RecordComponentInfo::name)
                        .collect(toSet())
                        .equals(properties))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No record makes the schema " + name));
    }

    private static String name(ClassInfo info) {
        return Optional.ofNullable(info.declaredAnnotation(SCHEMA))
                .map(schema -> schema.value("name"))
                .map(AnnotationValue::asString)
                .orElseGet(info::simpleName);
    }
}
