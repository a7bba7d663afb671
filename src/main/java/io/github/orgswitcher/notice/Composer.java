package io.github.orgswitcher.notice;

import io.github.orgswitcher.decision.EnrollmentStatus;
import io.github.orgswitcher.domain.EmailAddress;
import io.github.orgswitcher.domain.ShownText;
import io.github.orgswitcher.name.ShownDomain;
import io.github.orgswitcher.notice.NoticeMail.Asker;
import io.github.orgswitcher.notice.NoticeMail.Words;
import io.github.orgswitcher.people.Managers;
import io.github.orgswitcher.people.PeopleByEmail;
import io.github.orgswitcher.platform.UserStorages;
import io.github.orgswitcher.settings.DenialEnds;
import io.github.orgswitcher.settings.DenialEnds.Denied;
import io.github.orgswitcher.settings.SwitcherConfig;
import io.github.orgswitcher.store.Enrollment;
import io.github.orgswitcher.store.Notice;
import io.github.orgswitcher.store.Notice.Letter;
import io.github.orgswitcher.store.RealmStore;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;

/** Makes a mail of notices, of what still holds when it is sent. */
final class Composer {

    /** The console lists the others. */
    private static final int MOST_NAMED = 20;

    private static final Words REQUEST =
            new Words("orgSwitcherNoticeRequestSubject", "orgSwitcherNoticeRequest", "orgSwitcherNoticeReasonDecide");
    private static final Words REQUESTS =
            new Words("orgSwitcherNoticeRequestsSubject", "orgSwitcherNoticeRequests", "orgSwitcherNoticeReasonDecide");
    private static final Words APPROVED =
            new Words("orgSwitcherNoticeApprovedSubject", "orgSwitcherNoticeApproved", "orgSwitcherNoticeReasonAsked");
    private static final Words DENIED =
            new Words("orgSwitcherNoticeDeniedSubject", "orgSwitcherNoticeDenied", "orgSwitcherNoticeReasonAsked");
    private static final Words DENIED_UNTIL =
            new Words("orgSwitcherNoticeDeniedSubject", "orgSwitcherNoticeDeniedUntil", "orgSwitcherNoticeReasonAsked");
    private static final Words WELCOME =
            new Words("orgSwitcherNoticeWelcomeSubject", "orgSwitcherNoticeWelcome", "orgSwitcherNoticeReasonJoined");

    private final KeycloakSession session;
    private final RealmModel realm;
    private final RealmStore store;

    /** Reads in this session, which has the realm in its context. */
    Composer(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.store = RealmStore.of(session, realm);
    }

    /** The mail; empty where there is nothing to tell any more, or nobody to tell it. */
    Optional<Mail> compose(Letter letter, List<Notice> notices) {
        OrganizationModel organization =
                session.getProvider(OrganizationProvider.class).getById(letter.orgId());
        if (organization == null || !organization.isEnabled()) {
            return Optional.empty();
        }
        return switch (letter.kind()) {
            case REQUEST -> decider(letter, organization).flatMap(to -> request(letter, to, organization, notices));
            case APPROVED -> reader(letter).flatMap(to -> answer(letter, to, organization, APPROVED));
            case DENIED -> reader(letter).flatMap(to -> denial(letter, to, organization));
            case WELCOME -> reader(letter).flatMap(to -> answer(letter, to, organization, WELCOME));
            case INVITATION -> invitation(letter);
        };
    }

    /** Where one who decides can be reached, who may do so no longer. */
    private Optional<EmailAddress> decider(Letter letter, OrganizationModel organization) {
        return letter.recipient().equals(Notice.REALM)
                ? SwitcherConfig.of(session, realm).requestsTo()
                : user(letter)
                        .filter(user -> new Managers(session).has(organization, user))
                        .flatMap(Reader::of);
    }

    private Optional<EmailAddress> reader(Letter letter) {
        return user(letter).flatMap(Reader::of);
    }

    /** While a user storage does not answer, the mail waits. */
    private Optional<UserModel> user(Letter letter) {
        return new UserStorages(session, realm).reach(letter.recipient());
    }

    private Optional<NoticeMail> request(
            Letter letter, EmailAddress address, OrganizationModel organization, List<Notice> notices) {
        List<String> asking = notices.stream()
                .map(Notice::userId)
                .distinct()
                .filter(userId ->
                        find(letter, userId, EnrollmentStatus.REQUESTED).isPresent())
                .toList();
        if (asking.isEmpty()) {
            return Optional.empty();
        }
        List<Asker> named = asking.stream()
                .limit(MOST_NAMED)
                .flatMap(userId -> asker(letter, userId))
                .toList();
        String link = notices.stream()
                .map(Notice::link)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return Optional.of(new NoticeMail(
                address,
                letter.recipient().equals(Notice.REALM) ? null : letter.recipient(),
                asking.size() == 1 ? REQUEST : REQUESTS,
                ShownText.of(organization.getName()),
                named,
                asking.size() - named.size(),
                null,
                link));
    }

    private Optional<NoticeMail> answer(
            Letter letter, EmailAddress address, OrganizationModel organization, Words words) {
        return find(letter, letter.recipient(), EnrollmentStatus.JOINED)
                .map(joined -> answer(letter, address, organization, words, null));
    }

    private Optional<NoticeMail> denial(Letter letter, EmailAddress address, OrganizationModel organization) {
        return find(letter, letter.recipient(), EnrollmentStatus.DENIED).map(denied -> {
            Instant again = new DenialEnds(session, realm)
                    .of(new Denied(letter.orgId(), denied.userId(), denied.updatedAt()))
                    .orElse(null);
            return answer(letter, address, organization, again == null ? DENIED : DENIED_UNTIL, again);
        });
    }

    /** One that was withdrawn or answered meanwhile is not sent. */
    private Optional<Mail> invitation(Letter letter) {
        return Optional.ofNullable(session.getProvider(OrganizationProvider.class)
                        .getInvitationManager()
                        .getById(letter.recipient()))
                .filter(invitation -> letter.orgId().equals(invitation.getOrganizationId()) && !invitation.isExpired())
                .flatMap(invitation -> Optional.ofNullable(invitation.getInviteLink())
                        .flatMap(link -> EmailAddress.onRecord(invitation.getEmail())
                                .<Mail>map(to -> new InvitationNotice(
                                        to, holder(to), letter.orgId(), link, invitation.getExpiresAt()))));
    }

    private @Nullable String holder(EmailAddress address) {
        return new PeopleByEmail(session, realm)
                .having(address).stream().findFirst().map(UserModel::getId).orElse(null);
    }

    private static NoticeMail answer(
            Letter letter, EmailAddress address, OrganizationModel organization, Words words, @Nullable Instant until) {
        return new NoticeMail(
                address, letter.recipient(), words, ShownText.of(organization.getName()), List.of(), 0, until, null);
    }

    private Optional<Enrollment> find(Letter letter, String userId, EnrollmentStatus status) {
        return store.enrollments().find(letter.orgId(), userId).filter(enrollment -> enrollment.status() == status);
    }

    /** Names are what a stranger has typed. */
    private Stream<Asker> asker(Letter letter, String userId) {
        UserModel user = session.users().getUserById(realm, userId);
        if (user == null) {
            return Stream.empty();
        }
        String name = Stream.of(user.getFirstName(), user.getLastName())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        String domain = store.enrollments()
                .find(letter.orgId(), userId)
                .map(Enrollment::domain)
                .map(ShownDomain::of)
                .map(ShownDomain::text)
                .orElse("");
        String account = Optional.ofNullable(user.getEmail()).orElseGet(user::getUsername);
        String who = ShownText.of(name).strip() + " <" + ShownText.of(account) + ">";
        return Stream.of(new Asker(who.strip(), domain));
    }
}
