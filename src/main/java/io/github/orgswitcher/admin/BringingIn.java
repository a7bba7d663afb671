package io.github.orgswitcher.admin;

import io.github.orgswitcher.admin.BroughtInRepresentation.Result;
import io.github.orgswitcher.admin.BroughtInRepresentation.Status;
import io.github.orgswitcher.domain.StorableText;
import io.github.orgswitcher.membership.AddedPeople;
import io.github.orgswitcher.membership.Inviting;
import io.github.orgswitcher.membership.Inviting.Letter;
import io.github.orgswitcher.membership.RequestRefusedException;
import io.github.orgswitcher.store.Enrollment;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.Optional;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;

/**
 * Invites people, or makes them members, one after the other: each in a transaction of its own, judged anew, and with an admin event of
 * its own.
 */
final class BringingIn {

    /** A mail server that does not answer holds up no request more often; the other invitations can be sent again. */
    private static final int MOST_FAILURES = 3;

    private final AdminRequest request;
    private final OrganizationModel organization;
    private int unsent;

    BringingIn(AdminRequest request, OrganizationModel organization) {
        this.request = request;
        this.organization = organization;
    }

    /** What is written of one person, in the transaction. */
    private interface Work<T> {
        T of(AddedPeople people, OrganizationModel locked, UserModel user);
    }

    /** What follows once that is committed. */
    private interface Sequel<T> {
        Status of(T done);
    }

    BroughtInRepresentation join(List<String> userIds) {
        request.administrator()
                .requireManagementOfAny(userIds.stream().flatMap(userId -> viewed(request, userId).stream()));
        return BroughtInRepresentation.of(userIds.stream()
                .map(userId -> one(userId, true, AddedPeople::join, this::joined))
                .toList());
    }

    BroughtInRepresentation invite(List<String> userIds) {
        return BroughtInRepresentation.of(userIds.stream()
                .map(userId -> one(userId, false, AddedPeople::invite, letter -> invited(userId, letter)))
                .toList());
    }

    private <T> Result one(String userId, boolean changesUser, Work<T> work, Sequel<T> sequel) {
        try {
            requireUser(request, userId, changesUser);
            T done = AdminWrite.person(request, userId)
                    .call(
                            organization,
                            (own, locked) -> work.of(
                                    new AddedPeople(own.session(), own.adminId()),
                                    locked,
                                    requireUser(own, userId, changesUser)));
            return new Result(userId, sequel.of(done), null);
        } catch (RequestRefusedException e) {
            return refused(userId, request.told(e), e.parameters());
        } catch (WebApplicationException e) {
            // Others were in the way, or the organization or the right to change it is gone. To answer with it would
            // take back the
            // admin events of what was written before.
            return refused(userId, "orgSwitcherLostRace");
        }
    }

    /** Nobody waits for whom the administrator may not view, and who that is nobody learns. */
    private static UserModel requireUser(AdminRequest reader, String userId, boolean changesUser) {
        UserModel user =
                viewed(reader, userId).orElseThrow(() -> new RequestRefusedException("orgSwitcherUserNotFound"));
        if (changesUser && !reader.administrator().mayManage(user)) {
            throw new RequestRefusedException("orgSwitcherPeopleNotManaged");
        }
        return user;
    }

    private static Optional<UserModel> viewed(AdminRequest reader, String userId) {
        return Optional.of(userId)
                .filter(StorableText::is)
                .map(id -> reader.session().users().getUserById(reader.realm(), id))
                .filter(reader.administrator()::mayView);
    }

    private Status joined(Enrollment joined) {
        request.changes()
                .tell(
                        ResourceType.ORGANIZATION_MEMBERSHIP,
                        OperationType.CREATE,
                        DecisionRepresentation.of(joined),
                        "organizations",
                        organization.getId(),
                        "members",
                        joined.userId());
        return Status.JOINED;
    }

    private Status invited(String userId, Letter letter) {
        request.changes()
                .tell(
                        ResourceType.ORGANIZATION_MEMBERSHIP,
                        OperationType.ACTION,
                        new InvitedRepresentation(userId, letter.id()),
                        "organizations",
                        organization.getId(),
                        "invitations",
                        letter.id());
        UserModel user = request.session().users().getUserById(request.realm(), userId);
        if (unsent < MOST_FAILURES && new Inviting(request.session()).mail(organization, letter, user)) {
            return Status.INVITED;
        }
        unsent++;
        return Status.INVITED_WITHOUT_MAIL;
    }

    /**
     * An invitation, as an admin event keeps it.
     *
     * @param userId who is invited
     * @param invitationId the invitation
     */
    record InvitedRepresentation(String userId, String invitationId) {}

    private Result refused(String userId, String messageKey, Object... parameters) {
        return new Result(userId, Status.REFUSED, request.message(messageKey, parameters));
    }
}
