package io.github.orgswitcher.platform.admin;

import org.keycloak.authorization.fgap.AdminPermissionsSchema;
import org.keycloak.models.RealmModel;

/** Keycloak's fine-grained admin permissions, on single organizations and users. */
public final class FineGrained {

    private FineGrained() {}

    /**
     * Whether they count in a realm.
     *
     * @param realm the realm
     * @return whether they do
     */
    public static boolean isOn(RealmModel realm) {
        return AdminPermissionsSchema.SCHEMA.isAdminPermissionsEnabled(realm);
    }
}
