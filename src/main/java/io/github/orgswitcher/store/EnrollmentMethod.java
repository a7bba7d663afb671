package io.github.orgswitcher.store;

/** The way by which a person became a member. */
public enum EnrollmentMethod {
    /** Joined over an allowed domain. */
    ALLOWED_DOMAIN,
    /** Asked to join, and someone approved. */
    APPROVED_REQUEST,
    /** Accepted an invitation. */
    INVITATION,
    /** Created the organization. */
    CREATOR,
    /** Was joined at login over an allowed domain. */
    AUTOMATIC
}
