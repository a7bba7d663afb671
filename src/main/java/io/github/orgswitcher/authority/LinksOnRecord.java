package io.github.orgswitcher.authority;

import io.github.orgswitcher.store.OwnTransaction;
import io.github.orgswitcher.store.People;
import io.github.orgswitcher.store.RealmStore;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Keeps who is linked to an organization's own provider while that can still be seen: the link, the provider, the organization
 * or the tie between the two may go, and what the provider has said of people's addresses would then count everywhere. Whoever
 * has come by the provider is on record by then; here it is those who have not, such as people of a realm file.
 */
public final class LinksOnRecord {

    private static final int PAGE = 500;

    private LinksOnRecord() {}

    /**
     * Keeps it where a provider has just become an organization's own, or is one's no more.
     *
     * @param session the session of the request that has changed the provider, with the realm in its context
     * @param provider the provider as it is now
     */
    public static void keepOfChanged(KeycloakSession session, IdentityProviderModel provider) {
        Optional<String> now = owner(session, provider);
        Optional<String> before = OwnTransaction.of(session).call(own -> ownerBefore(own, provider));
        if (!before.equals(now)) {
            keep(session, provider.getAlias());
        }
    }

    /**
     * Keeps it of a provider that is removed. The request has removed the links, which others still see.
     *
     * @param session the session of the request, with the realm in its context
     * @param provider the provider as it was
     */
    public static void keepOfRemoved(KeycloakSession session, IdentityProviderModel provider) {
        OwnTransaction.of(session).call(own -> {
            ownerBefore(own, provider).ifPresent(owner -> keep(own, provider.getAlias()));
            return provider.getAlias();
        });
    }

    /** Empty, too, where the provider or its realm is only being made. */
    private static Optional<String> ownerBefore(KeycloakSession own, IdentityProviderModel provider) {
        return Optional.ofNullable(own.getContext().getRealm())
                .map(realm -> own.identityProviders().getById(provider.getInternalId()))
                .flatMap(before -> owner(own, before));
    }

    private static Optional<String> owner(KeycloakSession any, IdentityProviderModel provider) {
        return new ProviderOwners(any, any.getContext().getRealm()).of(provider);
    }

    private static void keep(KeycloakSession any, String alias) {
        RealmModel realm = any.getContext().getRealm();
        People people = RealmStore.of(any, realm).people();
        List<String> page = people.linkedWithoutNote(alias, "", PAGE);
        while (!page.isEmpty()) {
            people.saveLinked(page);
            page = people.linkedWithoutNote(alias, page.get(page.size() - 1), PAGE);
        }
    }
}
