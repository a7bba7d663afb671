package io.github.orgswitcher.platform;

import java.util.concurrent.ConcurrentMap;
import org.keycloak.models.RealmModel;
import org.keycloak.models.cache.CachedRealmModel;

/**
 * What has been found out about a realm and holds as long as the realm does not change. It is kept beside the realm in
 * Keycloak's own cache, which drops both on all nodes when somebody changes the realm.
 */
public final class RealmMemo {

    private RealmMemo() {}

    /**
     * Whether something was noted of a realm that nobody has changed since.
     *
     * @param realm the realm
     * @param fact what
     * @return whether it was; false where realms are not cached
     */
    public static boolean holds(RealmModel realm, String fact) {
        return realm instanceof CachedRealmModel cached
                && cached.getCachedWith().containsKey(fact);
    }

    /**
     * Notes something of a realm.
     *
     * @param realm the realm
     * @param fact what holds until the realm changes
     */
    @SuppressWarnings("unchecked")
    public static void note(RealmModel realm, String fact) {
        if (realm instanceof CachedRealmModel cached) {
            ((ConcurrentMap<Object, Object>) cached.getCachedWith()).put(fact, true);
        }
    }
}
