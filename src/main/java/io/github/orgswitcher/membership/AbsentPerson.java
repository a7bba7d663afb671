package io.github.orgswitcher.membership;

import io.github.orgswitcher.decision.Absence;
import io.github.orgswitcher.decision.EnrollmentStatus;
import io.github.orgswitcher.store.Outsider;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whose address an organization allows, and why the person is no member.
 *
 * @param outsider who
 * @param domain the allowed domain that was judged; null where the address opens no organization
 * @param absence why
 * @param status how the person and the organization stand on record; null where they never met
 * @param askAgainAt from when on the person, who was turned down, may ask again; null where the person was not, and for not before the
 *     denial is taken back
 */
public record AbsentPerson(
        Outsider outsider,
        @Nullable String domain,
        Absence absence,
        @Nullable EnrollmentStatus status,
        @Nullable Instant askAgainAt) {}
