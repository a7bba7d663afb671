package io.github.orgswitcher.bulk;

import io.github.orgswitcher.domain.DomainRules;
import java.util.function.Consumer;
import java.util.function.Function;
import org.keycloak.models.KeycloakSession;

/**
 * What an import needs to know.
 *
 * @param session the request's session; the import works in sessions and transactions of its own
 * @param realmId the realm
 * @param rules the realm's rules about domains
 * @param adminId the user who imports
 * @param claims whether the user may not manage all organizations
 * @param importer the same administrator in another session
 * @param recorder takes what is added, once it is there to stay
 * @param messages the sentences of refusals
 * @param csv whether the rows are CSV; JSON otherwise
 * @param atomic whether all rows are taken or none
 */
public record ImportRequest(
        KeycloakSession session,
        String realmId,
        DomainRules rules,
        String adminId,
        boolean claims,
        Function<KeycloakSession, Importer> importer,
        Consumer<AddedDomains> recorder,
        Messages messages,
        boolean csv,
        boolean atomic) {}
