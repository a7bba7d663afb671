package io.github.orgswitcher.store;

import io.github.orgswitcher.decision.OrganizationRef;

/**
 * An enrollment with its person and its organization.
 *
 * @param enrolled the record and the person
 * @param organization the organization
 */
public record RealmEnrollment(EnrolledPerson enrolled, OrganizationRef organization) {}
