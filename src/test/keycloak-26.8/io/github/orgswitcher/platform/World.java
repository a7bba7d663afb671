package io.github.orgswitcher.platform;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.persistence.metamodel.Attribute;
import jakarta.persistence.metamodel.EntityType;
import jakarta.persistence.metamodel.Metamodel;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.IdentityProviderStorageProvider;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationDomainModel;
import org.keycloak.models.OrganizationIdentityProviderLinkModel;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.representations.idm.MembershipType;

/** A realm of Keycloak 26.8, as far as the platform asks for it, with its table of links or without. */
final class World {

    private final Map<String, OrganizationModel> organizations = new HashMap<>();
    private final Map<String, IdentityProviderModel> providers = new HashMap<>();
    private final Map<String, OrganizationIdentityProviderLinkModel> links = new HashMap<>();
    private final Set<String> managed = new HashSet<>();
    private final List<Object[]> rows = new ArrayList<>();
    private final Set<String> attributes = new HashSet<>();

    /** How often an organization's link was looked up, one by one. */
    int lookUps;

    /** The statements that were made. */
    final List<String> statements = new ArrayList<>();

    World withTable() {
        attributes.addAll(Set.of("organization", "identityProviderId", "autoMembership", "membershipType"));
        return this;
    }

    World withTableOfAnotherShape() {
        attributes.addAll(Set.of("organization", "identityProviderId"));
        return this;
    }

    World rows(Object[]... found) {
        rows.addAll(List.of(found));
        return this;
    }

    World organization(String id, boolean enabled, OrganizationDomainModel... domains) {
        organizations.put(
                id,
                fake(
                        OrganizationModel.class,
                        Map.of(
                                "getId", arguments -> id,
                                "isEnabled", arguments -> enabled,
                                "getDomains", arguments -> Stream.of(domains),
                                "isManaged", arguments -> managed.contains(((UserModel) arguments[0]).getId()))));
        return this;
    }

    World provider(String alias, boolean enabled, String... organizationIds) {
        providers.put(alias, new IdentityProviderModel(alias, Set.of(organizationIds), enabled));
        return this;
    }

    World link(String orgId, String alias, MembershipType type) {
        links.put(orgId + " id-of-" + alias, new OrganizationIdentityProviderLinkModel(true, type));
        return this;
    }

    UserModel person(String id, boolean isManaged) {
        if (isManaged) {
            managed.add(id);
        }
        return fake(UserModel.class, Map.of("getId", arguments -> id));
    }

    IdentityProviderModel provider(String alias) {
        return providers.get(alias);
    }

    KeycloakSession session() {
        OrganizationProvider organizationProvider = fake(
                OrganizationProvider.class,
                Map.of(
                        "getById", arguments -> organizations.get((String) arguments[0]),
                        "getByDomainName", arguments -> byDomain((String) arguments[0]),
                        "getByMember", arguments -> organizations.values().stream(),
                        "getIdentityProviderLink", arguments -> {
                            lookUps++;
                            return links.get(((OrganizationModel) arguments[0]).getId() + " "
                                    + ((IdentityProviderModel) arguments[1]).getInternalId());
                        }));
        JpaConnectionProvider jpa =
                fake(JpaConnectionProvider.class, Map.of("getEntityManager", arguments -> entityManager()));
        RealmModel realm = fake(RealmModel.class, Map.of("getId", arguments -> "realm"));
        KeycloakContext context = fake(KeycloakContext.class, Map.of("getRealm", arguments -> realm));
        IdentityProviderStorageProvider storage = fake(
                IdentityProviderStorageProvider.class,
                Map.of("getByAlias", arguments -> providers.get((String) arguments[0])));
        return fake(
                KeycloakSession.class,
                Map.of(
                        "getProvider", arguments ->
                                arguments[0] == JpaConnectionProvider.class ? jpa : organizationProvider,
                        "getContext", arguments -> context,
                        "identityProviders", arguments -> storage));
    }

    private OrganizationModel byDomain(String name) {
        return organizations.values().stream()
                .filter(organization -> organization.getDomains().anyMatch(domain -> domain.getName().equals(name)))
                .findFirst()
                .orElse(null);
    }

    private EntityManager entityManager() {
        Set<Attribute<?, ?>> all = attributes.stream()
                .map(name -> fake(Attribute.class, Map.of("getName", arguments -> name)))
                .map(attribute -> (Attribute<?, ?>) attribute)
                .collect(Collectors.toSet());
        EntityType<?> table = fake(
                EntityType.class,
                Map.of(
                        "getName", arguments -> "OrganizationIdentityProviderEntity",
                        "getAttributes", arguments -> all));
        Metamodel metamodel = fake(Metamodel.class, Map.of("getEntities", arguments -> all.isEmpty() ? Set.of() : Set.of(table)));
        return fake(
                EntityManager.class,
                Map.of(
                        "getMetamodel", arguments -> metamodel,
                        "createQuery", arguments -> query((String) arguments[0], (Class<?>) arguments[1])));
    }

    private TypedQuery<?> query(String text, Class<?> result) {
        Tables.understand(text, result);
        statements.add(text);
        Map<String, Object> parameters = new HashMap<>();
        Map<String, Function<Object[], Object>> answers = new HashMap<>();
        TypedQuery<?> query = fake(TypedQuery.class, answers);
        answers.put("setParameter", arguments -> {
            parameters.put((String) arguments[0], arguments[1]);
            return query;
        });
        answers.put("setMaxResults", arguments -> query);
        answers.put("getResultStream", arguments -> results(text, parameters));
        return query;
    }

    private Stream<?> results(String text, Map<String, Object> parameters) {
        if (text.startsWith("select l.organization.id")) {
            String suffix = " " + parameters.get("provider");
            return links.entrySet().stream()
                    .filter(link -> link.getKey().endsWith(suffix)
                            && link.getValue().getMembershipType() == MembershipType.MANAGED)
                    .map(link -> link.getKey().replace(suffix, ""));
        }
        if (text.startsWith("select m.groupId")) {
            return managed.contains(parameters.get("user")) ? Stream.of("group") : Stream.empty();
        }
        return text.startsWith("select p.alias from") ? Stream.of("shared") : rows.stream();
    }

    @SuppressWarnings("unchecked")
    private static <T> T fake(Class<T> type, Map<String, Function<Object[], Object>> answers) {
        return (T) Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            Function<Object[], Object> answer = answers.get(method.getName());
            if (answer != null) {
                return answer.apply(arguments);
            }
            return switch (method.getName()) {
                case "hashCode" -> System.identityHashCode(proxy);
                case "equals" -> proxy == arguments[0];
                case "toString" -> type.getSimpleName();
                default -> throw new UnsupportedOperationException(method.toString());
            };
        });
    }
}
