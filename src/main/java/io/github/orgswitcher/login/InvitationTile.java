package io.github.orgswitcher.login;

import io.github.orgswitcher.decision.Invitation;
import io.github.orgswitcher.domain.ShownTime;
import java.util.Locale;

/** An invitation as the page shows it. Public, with getters, because FreeMarker reads it. */
public final class InvitationTile {

    private final Invitation invitation;
    private final OrganizationTile organization;
    private final Locale locale;

    /**
     * An invitation.
     *
     * @param invitation the invitation
     * @param organization the organization that invites
     * @param locale the person's language
     */
    public InvitationTile(Invitation invitation, OrganizationTile organization, Locale locale) {
        this.invitation = invitation;
        this.organization = organization;
        this.locale = locale;
    }

    /**
     * The invitation's id.
     *
     * @return the id
     */
    public String getId() {
        return invitation.id();
    }

    /**
     * The organization that invites.
     *
     * @return its tile
     */
    public OrganizationTile getOrganization() {
        return organization;
    }

    /**
     * Until when it can be accepted, in the one time zone that is everybody's.
     *
     * @return date and time in UTC, as the person's language writes them
     */
    public String getUntil() {
        return ShownTime.of(invitation.expiresAt(), locale);
    }
}
