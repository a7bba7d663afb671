package io.github.orgswitcher.platform;

import java.util.function.Supplier;
import org.keycloak.authorization.fgap.AdminPermissionsSchema;
import org.keycloak.models.KeycloakSession;

/** What is read as it is. Keycloak's look-ups leave out what the person in the session may not view as an administrator. */
public final class Unfiltered {

    private Unfiltered() {}

    /**
     * Reads for the server's own work, in which nobody is shown anything.
     *
     * @param session the Keycloak session
     * @param reading what to read; it leaves no stream to be read later
     * @param <T> what is read
     * @return what was read
     */
    public static <T> T read(KeycloakSession session, Supplier<T> reading) {
        return AdminPermissionsSchema.runWithoutAuthorization(session, reading);
    }
}
