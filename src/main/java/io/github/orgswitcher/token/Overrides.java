package io.github.orgswitcher.token;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.protocol.ProtocolMapper;
import org.keycloak.provider.ProviderFactory;

/**
 * The mappers that stand in the place of Keycloak's own: of the same id, and of a higher {@code order()}, which is
 * Keycloak's way to replace a provider. Another extension may do the same, with a still higher one.
 */
public final class Overrides {

    private static final Map<String, Class<? extends ProtocolMapper>> MAPPERS = Map.of(
            ChosenOrganizationMapper.PROVIDER_ID, ChosenOrganizationMapper.class,
            ChosenOrganizationGroupsMapper.PROVIDER_ID, ChosenOrganizationGroupsMapper.class,
            ChosenOrganizationSamlMapper.ID, ChosenOrganizationSamlMapper.class,
            ChosenOrganizationGroupsSamlMapper.ID, ChosenOrganizationGroupsSamlMapper.class);

    private Overrides() {}

    /**
     * The mappers whose place somebody else has: tokens may then name an organization that was not chosen.
     *
     * @param factory the server's providers
     * @return the name of the class that has the place, by the mapper's id; empty where all is well
     */
    public static SortedMap<String, String> foreign(KeycloakSessionFactory factory) {
        SortedMap<String, String> foreign = new TreeMap<>();
        MAPPERS.forEach((id, ours) -> present(factory, id)
                .filter(type -> !type.equals(ours))
                .ifPresent(type -> foreign.put(id, type.getName())));
        return foreign;
    }

    /** Empty where the server runs without Keycloak's organizations, or without SAML. */
    private static Optional<Class<?>> present(KeycloakSessionFactory factory, String id) {
        ProviderFactory<ProtocolMapper> mapper = factory.getProviderFactory(ProtocolMapper.class, id);
        return Optional.ofNullable(mapper).map(Object::getClass).map(Objects::requireNonNull);
    }
}
