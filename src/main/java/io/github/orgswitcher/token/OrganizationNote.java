package io.github.orgswitcher.token;

import io.github.orgswitcher.decision.Standing.Choice;
import io.github.orgswitcher.platform.OrganizationScopes;
import io.github.orgswitcher.platform.mapper.Told;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.organization.OrganizationProvider;

/**
 * The client note {@code kc.org}, from which Keycloak's scope {@code organization} makes the claim. Keycloak merges a login's
 * notes into those of earlier logins and removes none, so every state has to be a value. None of Keycloak's own code
 * minds a value that is no organization's id.
 */
public final class OrganizationNote {

    /** The note's name. */
    public static final String NAME = OrganizationModel.ORGANIZATION_ATTRIBUTE;

    /** The person goes on with no organization. */
    static final String NONE = "none";

    /** Nothing was chosen: the scope alone says. */
    private static final String UNSET = "unset";

    private OrganizationNote() {}

    /**
     * The note's value for what a login goes on with.
     *
     * @param choice the choice; null where nothing was chosen
     * @return the organization's id, or one of the two other values
     */
    public static String of(@Nullable Choice choice) {
        if (choice == null) {
            return UNSET;
        }
        return choice.orgId() == null ? NONE : choice.orgId();
    }

    /**
     * What a note says.
     *
     * @param value the note's value; null where there is none
     * @return the choice; null where nothing was chosen
     */
    public static @Nullable Choice choice(@Nullable String value) {
        if (value == null || value.equals(UNSET)) {
            return null;
        }
        return new Choice(value.equals(NONE) ? null : value);
    }

    /**
     * The choice that decides on a token's claim. A token that is refreshed or looked at brings its organization along, and a
     * scope that names organizations says all by itself: the note counts for the plain scope alone.
     *
     * @param context the client session and the scopes of the token
     * @return the choice; null where the note has no say
     */
    private static @Nullable Choice deciding(KeycloakSession session, ClientSessionContext context) {
        OrganizationModel carried = session.getContext().getOrganization();
        if (carried != null) {
            return new Choice(carried.getId());
        }
        return new OrganizationScopes(session).arePlain(context.getScopeString(true))
                ? holding(session, context.getClientSession())
                : null;
    }

    /**
     * What was chosen, as far as it still holds. Where the person has left the organization since, or it is disabled or gone,
     * Keycloak would take the only other one that the person belongs to, which nobody has chosen.
     */
    private static @Nullable Choice holding(KeycloakSession session, AuthenticatedClientSessionModel clientSession) {
        Choice choice = choice(clientSession.getNote(NAME));
        return choice == null
                        || choice.orgId() == null
                        || membership(session, clientSession, choice.orgId()).isPresent()
                ? choice
                : new Choice(null);
    }

    /**
     * An organization that the person of a client session belongs to, by Keycloak's own models, which it asks for the claim too,
     * and keeps in its caches; empty where it is disabled.
     */
    static Optional<OrganizationModel> membership(
            KeycloakSession session, AuthenticatedClientSessionModel clientSession, String orgId) {
        return Optional.ofNullable(
                        session.getProvider(OrganizationProvider.class).getById(orgId))
                .filter(OrganizationModel::isEnabled)
                .filter(organization ->
                        organization.isMember(clientSession.getUserSession().getUser()));
    }

    /** What a token may tell. */
    static Told told(KeycloakSession session, ClientSessionContext context) {
        return told(deciding(session, context));
    }

    /** What an assertion may tell, and what the note of a client session lets be told. */
    static Told told(KeycloakSession session, AuthenticatedClientSessionModel clientSession) {
        return told(holding(session, clientSession));
    }

    /** What a choice lets be told; all where nothing was chosen. */
    private static Told told(@Nullable Choice choice) {
        if (choice == null) {
            return Told.AS_KEYCLOAK;
        }
        return choice.orgId() == null ? Told.NOTHING : new Told.Only(choice.orgId());
    }
}
