package io.github.orgswitcher.account;

import io.github.orgswitcher.account.ManageRow.ByMail;
import io.github.orgswitcher.account.ManageRow.Note;
import io.github.orgswitcher.account.ManageRow.Press;
import io.github.orgswitcher.account.ManageRow.Weight;
import io.github.orgswitcher.decision.EnrollmentStatus;
import io.github.orgswitcher.domain.ShownText;
import io.github.orgswitcher.domain.ShownTime;
import io.github.orgswitcher.management.MailedAffiliation;
import io.github.orgswitcher.management.ManagedDomain;
import io.github.orgswitcher.management.ManagedDomains;
import io.github.orgswitcher.management.ManagedInvitations;
import io.github.orgswitcher.management.ManagedManagers;
import io.github.orgswitcher.management.ManagedOrganization;
import io.github.orgswitcher.management.ManagedRequests;
import io.github.orgswitcher.store.EnrolledPerson;
import io.github.orgswitcher.store.EnrolledPerson.Person;
import io.github.orgswitcher.store.Enrollment;
import io.github.orgswitcher.store.EnrollmentMethod;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the page for those who manage an organization shows.
 *
 * @param organization the organization
 * @param locale the reader's language
 */
record ManageRows(ManagedOrganization organization, Locale locale) {

    private static final Press APPROVE =
            new Press("approve", "orgSwitcherManageApprove", "orgSwitcherManageApproveNamed", Weight.PRIMARY);
    private static final Press DENY =
            new Press("deny", "orgSwitcherDecline", "orgSwitcherManageDenyNamed", Weight.PLAIN);
    private static final Press FORGET =
            new Press("forget", "orgSwitcherAccountTakeBack", "orgSwitcherManageForgetNamed", Weight.PLAIN);
    private static final Press APPOINT =
            new Press("appoint", "orgSwitcherManageAppoint", "orgSwitcherManageAppointNamed", Weight.CONFIRMED);
    private static final Press DISMISS =
            new Press("dismiss", "orgSwitcherManageRemove", "orgSwitcherManageRemoveNamed", Weight.CONFIRMED);
    private static final Press RESEND =
            new Press("resend", "orgSwitcherEmailResend", "orgSwitcherManageResendNamed", Weight.PLAIN);
    private static final Press WITHDRAW =
            new Press("withdraw", "orgSwitcherManageWithdraw", "orgSwitcherManageWithdrawNamed", Weight.PLAIN);
    /** The rows, one more than is shown where there are more. */
    List<ManageRow> read(ManageForm form) {
        return switch (form.view()) {
            case REQUESTS -> people(form, EnrollmentStatus.REQUESTED, APPROVE, DENY);
            case DECLINED -> people(form, EnrollmentStatus.DENIED, FORGET);
            case PEOPLE -> members(form);
            case MANAGERS -> managers(form);
            case INVITATIONS -> invitations(form);
            case DOMAINS -> domains(form);
            case SETTINGS -> List.of();
        };
    }

    private List<ManageRow> people(ManageForm form, EnrollmentStatus status, Press... presses) {
        return new ManagedRequests(organization)
                .list(status, form.paging()).stream()
                        .map(row -> row(row, List.of(presses)))
                        .toList();
    }

    private List<ManageRow> members(ManageForm form) {
        Set<String> managers = new ManagedManagers(organization).first();
        return new ManagedRequests(organization)
                .list(EnrollmentStatus.JOINED, form.paging()).stream()
                        .map(row ->
                                row(row, managers.contains(row.enrollment().userId()) ? List.of() : List.of(APPOINT)))
                        .toList();
    }

    private List<ManageRow> managers(ManageForm form) {
        return new ManagedManagers(organization)
                .list(form.search(), form.first(), ManageForm.MOST + 1).stream()
                        .map(manager -> row(ManagedRequests.person(manager)))
                        .toList();
    }

    private ManageRow row(Person manager) {
        String account = account(manager);
        String name = name(manager);
        return new ManageRow(
                manager.id(), name.isEmpty() ? account : name, name.isEmpty() ? "" : account, null, List.of(DISMISS));
    }

    /** Names are what a stranger has typed. */
    private ManageRow row(EnrolledPerson row, List<Press> presses) {
        Enrollment enrollment = row.enrollment();
        Person person = row.person();
        String account = person == null ? enrollment.userId() : account(person);
        String name = person == null ? "" : name(person);
        return new ManageRow(
                enrollment.userId(),
                name.isEmpty() ? account : name,
                name.isEmpty() ? "" : account,
                note(enrollment),
                presses);
    }

    private List<ManageRow> invitations(ManageForm form) {
        return new ManagedInvitations(organization)
                .list(form.search(), form.first(), ManageForm.MOST + 1).stream()
                        .map(invitation -> new ManageRow(
                                invitation.id(),
                                ShownText.of(invitation.email()),
                                "",
                                new Note(
                                        invitation.expired()
                                                ? "orgSwitcherManageInvitationExpired"
                                                : "orgSwitcherManageInvitationUntil",
                                        "",
                                        day(invitation.expiresAt())),
                                List.of(RESEND, WITHDRAW)))
                        .toList();
    }

    private List<ManageRow> domains(ManageForm form) {
        String awaited = new MailedAffiliation(organization).awaited().orElse("");
        DomainRows rows = new DomainRows(locale);
        return new ManagedDomains(organization)
                .list(form.paging()).stream()
                        .map(managed -> rows.row(managed, byMail(managed, awaited, form)))
                        .toList();
    }

    private static @Nullable ByMail byMail(ManagedDomain managed, String awaited, ManageForm form) {
        String domain = managed.domain().domain();
        boolean pressed = form.provesByMail(domain);
        return managed.mailable()
                ? new ByMail(awaited.equals(domain), pressed, pressed ? form.field(MailedAffiliation.FIELD) : "")
                : null;
    }

    private static String account(Person person) {
        return ShownText.of(Optional.ofNullable(person.email()).orElse(person.username()));
    }

    private static String name(Person person) {
        return ShownText.of(Stream.of(person.firstName(), person.lastName())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" ")))
                .strip();
    }

    private Note note(Enrollment enrollment) {
        String key =
                switch (enrollment.status()) {
                    case REQUESTED, DISMISSED -> "orgSwitcherAccountAsked";
                    case DENIED -> "orgSwitcherManageDeclinedOn";
                    case JOINED, LEFT -> how(enrollment.method());
                };
        return new Note(key, Optional.ofNullable(enrollment.domain()).orElse(""), day(enrollment.updatedAt()));
    }

    private static String how(@Nullable EnrollmentMethod method) {
        return method == null
                ? "orgSwitcherManageJoinedOn"
                : switch (method) {
                    case ALLOWED_DOMAIN, AUTOMATIC -> "orgSwitcherAccountHowDomain";
                    case APPROVED_REQUEST -> "orgSwitcherAccountHowApproved";
                    case INVITATION -> "orgSwitcherAccountHowInvitation";
                    case CREATOR -> "orgSwitcherManageCreatedOn";
                };
    }

    private String day(Instant time) {
        return ShownTime.day(time, locale);
    }
}
