package io.github.orgswitcher.authority;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An account as a list has read it, so that many of them cost no look each.
 *
 * @param userId the user
 * @param email the address, which is verified; null for none
 * @param directory whether Keycloak has imported the account from a user storage to which nobody can write by Keycloak
 * @param providers aliases of the identity providers that it is linked to
 */
public record ReadAccount(String userId, @Nullable String email, boolean directory, Set<String> providers) {

    /** Copies the set. */
    public ReadAccount {
        providers = Set.copyOf(providers);
    }
}
