package io.github.orgswitcher.account;

import io.github.orgswitcher.login.OrganizationTile;
import io.github.orgswitcher.name.ShownDomain;
import org.jspecify.annotations.Nullable;

/** An organization with what is to be said of it. Public, with getters, because FreeMarker reads it. */
public final class AccountRow {

    private final OrganizationTile organization;
    private final @Nullable String note;
    private final String domain;
    private final String date;
    private final boolean asking;
    private final boolean active;
    private final @Nullable String manage;

    AccountRow(
            OrganizationTile organization,
            @Nullable String note,
            String domain,
            String date,
            boolean asking,
            boolean active,
            @Nullable String manage) {
        this.organization = organization;
        this.note = note;
        this.domain = domain;
        this.date = date;
        this.asking = asking;
        this.active = active;
        this.manage = manage;
    }

    /**
     * The organization.
     *
     * @return its tile
     */
    public OrganizationTile getOrganization() {
        return organization;
    }

    /**
     * What is said of it, with the domain and the date.
     *
     * @return a message key; null where nothing is to be said
     */
    public @Nullable String getNote() {
        return note;
    }

    /**
     * The domain that it is about.
     *
     * @return the allowed domain; an empty one where there is none
     */
    public ShownDomain getDomain() {
        return ShownDomain.of(domain);
    }

    /**
     * The date that it is about.
     *
     * @return as the person's language writes it; empty where there is none
     */
    public String getDate() {
        return date;
    }

    /**
     * Whether joining takes somebody's approval.
     *
     * @return whether the person can only ask
     */
    public boolean isAsking() {
        return asking;
    }

    /**
     * The page for those who manage the organization.
     *
     * @return its address; null where the person does not, or it is not there
     */
    public @Nullable String getManage() {
        return manage;
    }

    /**
     * Whether the session works in the organization.
     *
     * @return whether it is active
     */
    public boolean isActive() {
        return active;
    }
}
