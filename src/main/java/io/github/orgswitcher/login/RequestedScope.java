package io.github.orgswitcher.login;

import io.github.orgswitcher.platform.OrganizationScopes;
import io.github.orgswitcher.platform.OrganizationScopes.Kind;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;

/**
 * The organizations in an application's parameter {@code scope}, such as {@code organization:acme}. The scope's own name is
 * that of a client scope.
 *
 * @param session a Keycloak session whose context has the application: its client scopes tell which of the scopes are of
 *     organizations
 * @param value the parameter; null where there is none, as in SAML
 */
record RequestedScope(KeycloakSession session, @Nullable String value) {

    /** The aliases that it names. */
    List<String> aliases() {
        return parts().filter(part -> is(part, Kind.NAMED))
                .map(part -> part.substring(separator(part) + 1))
                .toList();
    }

    /** Whether it asks for all organizations. */
    boolean asksForAll() {
        return parts().anyMatch(part -> is(part, Kind.ALL));
    }

    /**
     * The scope that can carry what was chosen, whatever was asked for. RFC 6749, section 3.3, lets a server grant another
     * scope than the requested one, if it says so; Keycloak's answer always does.
     *
     * @param alias the chosen organization's; null for none
     */
    String carrying(@Nullable String alias) {
        return parts().map(part -> alias == null ? withNone(part) : with(part, alias))
                .filter(part -> !part.isEmpty())
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private String with(String part, String alias) {
        return namesOrganizations(part) ? name(part) + ClientScopeModel.VALUE_SEPARATOR + alias : part;
    }

    /** What the client has by default, Keycloak's answer would name once more. */
    private String withNone(String part) {
        String plain = namesOrganizations(part) ? name(part) : part;
        boolean byDefault = is(plain, Kind.PLAIN)
                && session.getContext().getClient().getClientScopes(true).containsKey(plain);
        return byDefault ? "" : plain;
    }

    private static String name(String part) {
        return part.substring(0, separator(part));
    }

    private boolean namesOrganizations(String part) {
        return is(part, Kind.NAMED) || is(part, Kind.ALL);
    }

    private boolean is(String part, Kind kind) {
        return new OrganizationScopes(session).kindOf(part).filter(kind::equals).isPresent();
    }

    /** As Keycloak does, at the last of them. */
    private static int separator(String part) {
        return part.lastIndexOf(ClientScopeModel.VALUE_SEPARATOR);
    }

    private Stream<String> parts() {
        return OrganizationScopes.split(value).stream();
    }
}
