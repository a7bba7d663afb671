package io.github.orgswitcher.admin;

import io.github.orgswitcher.policy.PolicySetting;
import io.github.orgswitcher.policy.PolicySettings;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** A policy has a property a setting, and of the map that holds them in Java nothing is seen. */
final class PolicyProperties implements OASFilter {

    /** What the realm can let managers change. */
    private static final Set<PolicySetting.Kind> MANAGEABLE =
            EnumSet.of(PolicySetting.Kind.ONE_OF, PolicySetting.Kind.FLAG);

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        describe(schemas.get("PolicyRepresentation"), PolicySettings.ALL.stream());
        describe(
                schemas.get("ManagedPolicyRepresentation"),
                PolicySettings.ALL.stream().filter(setting -> MANAGEABLE.contains(setting.kind())));
    }

    private static void describe(Schema policy, Stream<PolicySetting<?>> settings) {
        policy.removeProperty("values");
        policy.setAdditionalPropertiesSchema(null);
        settings.forEach(setting -> policy.addProperty(setting.field(), schema(setting)));
    }

    private static Schema schema(PolicySetting<?> setting) {
        return switch (setting.kind()) {
            case ONE_OF -> options(setting);
            case SOME_OF -> of(SchemaType.ARRAY).items(options(setting));
            case COUNT -> of(SchemaType.INTEGER).format("int32");
            case FLAG -> of(SchemaType.BOOLEAN);
            case GROUP -> of(SchemaType.STRING);
            case GROUPS -> of(SchemaType.ARRAY).items(of(SchemaType.STRING));
        };
    }

    private static Schema options(PolicySetting<?> setting) {
        Schema text = of(SchemaType.STRING);
        setting.options().forEach(text::addEnumeration);
        return text;
    }

    private static Schema of(SchemaType type) {
        return OASFactory.createSchema().addType(type);
    }
}
