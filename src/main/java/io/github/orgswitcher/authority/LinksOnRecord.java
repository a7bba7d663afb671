package io.github.orgswitcher.authority;

import io.github.orgswitcher.store.AfterCommit;
import io.github.orgswitcher.store.LostRaceException;
import io.github.orgswitcher.store.OwnTransaction;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;

/**
 * Keeps who is linked to an organization's own provider while that can still be seen: the link, the provider, the organization
 * or the tie between the two may go, and what the provider has said of people's addresses would then count everywhere. Whoever
 * has come by the provider is on record by then; here it is those who have not, such as people of a realm file.
 */
public final class LinksOnRecord {

    private static final Logger LOG = Logger.getLogger(LinksOnRecord.class);

    private LinksOnRecord() {}

    /**
     * Keeps it where a provider has just become an organization's own, or is one's no more. Of one that was, it is kept before that
     * ends; of one that becomes one, once it is.
     *
     * @param session the session of the request that has changed the provider, with the realm in its context
     * @param provider the provider as it is now
     */
    public static void keepOfChanged(KeycloakSession session, IdentityProviderModel provider) {
        String realmId = session.getContext().getRealm().getId();
        String alias = provider.getAlias();
        Optional<String> now = owner(session, provider);
        Optional<String> before = ownerBefore(session, provider);
        if (before.isPresent() && !before.equals(now)) {
            // Whom the request itself has removed, it holds what we have of; and it sees them no more.
            LinkedPeople.of(session, realmId, alias).keepBefore(session);
        }
        if (now.isPresent() && !now.equals(before)) {
            AfterCommit.call(session, any -> OwnTransaction.of(any)
                    .call(own -> LinkedPeople.of(own, realmId, alias))
                    .keep(any));
        }
    }

    /**
     * Keeps it of a provider that is removed. The request has removed the links, which others still see.
     *
     * @param session the session of the request, with the realm in its context
     * @param provider the provider as it was
     */
    public static void keepOfRemoved(KeycloakSession session, IdentityProviderModel provider) {
        if (ownerBefore(session, provider).isPresent()) {
            String realmId = session.getContext().getRealm().getId();
            seenByOthers(session, provider, own -> Optional.of(LinkedPeople.of(own, realmId, provider.getAlias())))
                    .ifPresent(linked -> linked.keepBefore(session));
        }
    }

    private static Optional<String> ownerBefore(KeycloakSession session, IdentityProviderModel provider) {
        return seenByOthers(session, provider, own -> ownerThere(own, provider));
    }

    /** Keycloak's request fails by itself where the database cannot even be read. */
    private static <T> Optional<T> seenByOthers(
            KeycloakSession session, IdentityProviderModel provider, Function<KeycloakSession, Optional<T>> look) {
        try {
            return OwnTransaction.of(session).call(look);
        } catch (LostRaceException e) {
            LOG.errorf(
                    "Identity provider %s: who is linked could not be read: %s", provider.getAlias(), e.getMessage());
            return Optional.empty();
        }
    }

    /** Empty, too, where the provider or its realm is only being made. */
    private static Optional<String> ownerThere(KeycloakSession own, IdentityProviderModel provider) {
        return Optional.ofNullable(own.getContext().getRealm())
                .map(realm -> own.identityProviders().getById(provider.getInternalId()))
                .flatMap(before -> owner(own, before));
    }

    private static Optional<String> owner(KeycloakSession any, IdentityProviderModel provider) {
        return new ProviderOwners(any, any.getContext().getRealm()).of(provider);
    }
}
