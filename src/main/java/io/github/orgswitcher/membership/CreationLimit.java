package io.github.orgswitcher.membership;

import io.github.orgswitcher.decision.Standing;
import io.github.orgswitcher.settings.SwitcherConfig;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** The number of organizations after which a person creates no more, for pages that say why there is no form. */
public final class CreationLimit {

    private CreationLimit() {}

    /**
     * The limit that a person has reached.
     *
     * @param session the Keycloak session, with the realm in its context
     * @param user the person
     * @param ownAddress what is known of the person's address
     * @param standing how the person stands
     * @return the number; empty where the person may create one, or where something else is in the way as well
     */
    public static Optional<Integer> reached(
            KeycloakSession session, UserModel user, OwnAddress ownAddress, Standing standing) {
        RealmModel realm = session.getContext().getRealm();
        SwitcherConfig config = SwitcherConfig.of(session, realm);
        int limit = config.creation().maxPerUser();
        boolean alone = limit > 0
                && !standing.mayCreate()
                && standing.admissible()
                && !(config.oneOrganizationPerPerson() && standing.belongs())
                && new Permissions(session, realm, config, ownAddress).mayCreate(user);
        return alone ? Optional.of(limit) : Optional.empty();
    }
}
