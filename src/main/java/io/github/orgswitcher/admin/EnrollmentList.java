package io.github.orgswitcher.admin;

import io.github.orgswitcher.decision.EnrollmentStatus;
import io.github.orgswitcher.decision.OrganizationRef;
import io.github.orgswitcher.domain.NamedValues;
import io.github.orgswitcher.people.Directories;
import io.github.orgswitcher.settings.DenialEnds;
import io.github.orgswitcher.settings.DenialEnds.Denied;
import io.github.orgswitcher.store.EnrolledPerson;
import io.github.orgswitcher.store.Enrollment;
import io.github.orgswitcher.store.RealmEnrollment;
import jakarta.ws.rs.core.Response.Status;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What lists of enrollments have in common, as one administrator reads them. */
final class EnrollmentList {

    private static final NamedValues<EnrollmentStatus> STATUSES = NamedValues.of(EnrollmentStatus.class);

    private static final Set<EnrollmentStatus> ALL_BUT_DISMISSED =
            EnumSet.complementOf(EnumSet.of(EnrollmentStatus.DISMISSED));

    private final AdminRequest request;

    EnrollmentList(AdminRequest request) {
        this.request = request;
    }

    /** An organization's own. */
    List<EnrollmentRepresentation> represent(List<EnrolledPerson> page) {
        Map<Denied, Instant> again = askAgainAt(page);
        return page.stream().map(enrolled -> represent(null, enrolled, again)).toList();
    }

    /** Those of all organizations. */
    List<EnrollmentRepresentation> representAll(List<RealmEnrollment> page) {
        Map<Denied, Instant> again =
                askAgainAt(page.stream().map(RealmEnrollment::enrolled).toList());
        return page.stream()
                .map(each -> represent(each.organization(), each.enrolled(), again))
                .toList();
    }

    private EnrollmentRepresentation represent(
            @Nullable OrganizationRef organization, EnrolledPerson enrolled, Map<Denied, Instant> again) {
        return EnrollmentRepresentation.of(
                organization,
                enrolled.enrollment(),
                enrolled.person() == null
                        ? elsewhere(enrolled.enrollment().userId())
                        : EnrollmentRepresentation.User.of(enrolled.person()),
                again.get(denied(enrolled.enrollment())));
    }

    private Map<Denied, Instant> askAgainAt(List<EnrolledPerson> page) {
        return new DenialEnds(request.session(), request.realm())
                .of(page.stream()
                        .map(EnrolledPerson::enrollment)
                        .filter(enrollment -> enrollment.status() == EnrollmentStatus.DENIED)
                        .map(EnrollmentList::denied)
                        .toList());
    }

    private static Denied denied(Enrollment enrollment) {
        return new Denied(enrollment.orgId(), enrollment.userId(), enrollment.updatedAt());
    }

    /** Someone whom a storage provider keeps to itself. */
    private EnrollmentRepresentation.@Nullable User elsewhere(String userId) {
        return new Directories(request.session(), request.realm())
                .elsewhere(userId)
                .filter(request.administrator()::mayView)
                .map(user -> new EnrollmentRepresentation.User(
                        userId, user.getUsername(), user.getEmail(), user.getFirstName(), user.getLastName()))
                .orElse(null);
    }

    Set<EnrollmentStatus> statuses(List<String> texts) {
        Set<EnrollmentStatus> statuses = texts.stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(this::status)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(EnrollmentStatus.class)));
        return statuses.isEmpty() ? ALL_BUT_DISMISSED : statuses;
    }

    private EnrollmentStatus status(String text) {
        return STATUSES.named(text)
                .orElseThrow(() ->
                        request.error(Status.BAD_REQUEST, "status", "orgSwitcherStatusInvalid", STATUSES.listed()));
    }
}
