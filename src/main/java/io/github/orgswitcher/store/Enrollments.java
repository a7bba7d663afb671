package io.github.orgswitcher.store;

import io.github.orgswitcher.decision.EnrollmentStatus;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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
     * How a person came to some organizations.
     *
     * @param userId the user
     * @param orgIds the organizations
     * @return the records of those that the person has joined, by organization
     */
    Map<String, Enrollment> joined(String userId, Collection<String> orgIds);

    /**
     * What a person has asked and has not got, of enabled organizations that the person does not belong to.
     *
     * @param userId the user
     * @param max most to return
     * @return denials that the person was not told of, then what nobody has decided, then other denials; each the latest first
     */
    List<MadeRequest> requests(String userId, int max);

    /**
     * How many people have asked an organization, and wait for an answer.
     *
     * @param orgId the organization
     * @return the number
     */
    long openRequests(String orgId);

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
     * Keeps that a person was told of denials.
     *
     * @param userId the user
     * @param orgIds the organizations that have turned the person down
     * @param now the time
     */
    void saveTold(String userId, Collection<String> orgIds, Instant now);

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
