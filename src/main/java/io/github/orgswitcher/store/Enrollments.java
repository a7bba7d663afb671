package io.github.orgswitcher.store;

import io.github.orgswitcher.decision.EnrollmentStatus;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** The enrollments of one realm. */
public interface Enrollments {

    /**
     * One enrollment.
     *
     * @param orgId the organization
     * @param userId the user
     * @return the record, if there is one
     */
    Optional<Enrollment> find(String orgId, String userId);

    /**
     * Which of some organizations people have created, and no administrator.
     *
     * @param orgIds the organizations
     * @return those whose creator is on record
     */
    Set<String> createdByPeople(Collection<String> orgIds);

    /**
     * Writes enrollments in one order for all callers; a record that exists keeps its creation time, and a dismissal
     * leaves it as it is. Safe against others who write the same records at the same moment.
     *
     * @param enrollments the records
     */
    void save(Collection<Enrollment> enrollments);

    /**
     * Records that a member has left, so that nobody is joined again who does not want to be, or is not wanted. Does
     * nothing where the organization neither has a policy nor knows the person.
     *
     * @param orgId the organization
     * @param userId the user
     * @param now the time
     */
    void saveLeft(String orgId, String userId, Instant now);

    /**
     * Forgets an enrollment.
     *
     * @param orgId the organization
     * @param userId the user
     * @param status what it must be; otherwise it stays
     * @return whether it was forgotten
     */
    boolean remove(String orgId, String userId, EnrollmentStatus status);
}
