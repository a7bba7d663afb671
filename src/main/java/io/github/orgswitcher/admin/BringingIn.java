package io.github.orgswitcher.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.orgswitcher.admin.BroughtInRepresentation.Result;
import io.github.orgswitcher.admin.BroughtInRepresentation.Status;
import io.github.orgswitcher.decision.Verdict;
import io.github.orgswitcher.domain.ShownText;
import io.github.orgswitcher.membership.AddedPeople;
import io.github.orgswitcher.membership.AddedPeople.Invited;
import io.github.orgswitcher.membership.RequestRefusedException;
import io.github.orgswitcher.store.Enrollment;
import io.github.orgswitcher.store.LostRaceException;
import io.github.orgswitcher.store.OrgSwitcherStore;
import io.github.orgswitcher.store.Patience;
import io.github.orgswitcher.store.RealmGoneException;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.ModelException;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;
import org.keycloak.storage.ReadOnlyException;
import org.keycloak.storage.StorageUnavailableException;

/**
 * Invites people, or makes them members, one after the other: each in a transaction of its own, judged anew, and with an admin event of
 * its own. No mail server is waited for.
 */
final class BringingIn {

    private static final Logger LOG = Logger.getLogger(BringingIn.class);

    private final AdminRequest request;
    private final OrganizationModel organization;

    BringingIn(AdminRequest request, OrganizationModel organization) {
        this.request = request;
        this.organization = organization;
    }

    /** What is written of one person, in the transaction. */
    private interface Work<T> {
        T of(AddedPeople people, OrganizationModel locked, UserModel user);
    }

    /**
     * What became of one.
     *
     * @param userId the person, as whoever asks has named the person
     * @param done what was written; null where the person was refused
     * @param message why the person was refused
     */
    record Brought<T>(String userId, @Nullable T done, String message) {

        Result result(Function<T, Status> told) {
            return done == null
                    ? new Result(userId, Status.REFUSED, message)
                    : new Result(userId, told.apply(done), null);
        }
    }

    BroughtInRepresentation join(List<String> userIds) {
        request.administrator().requireManagementOfAny(userIds.stream().flatMap(userId -> reached(userId).stream()));
        return all(userIds, true, AddedPeople::join, this::joined);
    }

    BroughtInRepresentation invite(List<String> userIds) {
        return all(userIds, false, AddedPeople::invite, this::invited);
    }

    /** Admin events come last: the request writes them, and waits for nobody with what it has written. */
    private <T> BroughtInRepresentation all(
            List<String> userIds, boolean changesUser, Work<T> work, Function<T, Status> told) {
        List<Brought<T>> all =
                userIds.stream().map(userId -> one(userId, changesUser, work)).toList();
        return BroughtInRepresentation.of(
                all.stream().map(each -> each.result(told)).toList());
    }

    private <T> Brought<T> one(String userId, boolean changesUser, Work<T> work) {
        return guarded(userId, () -> {
            requireUser(request, userId, changesUser);
            return AdminWrite.person(request, userId)
                    .attempt(
                            organization,
                            (own, locked) -> work.of(
                                    new AddedPeople(own.session(), own.adminId()),
                                    locked,
                                    requireUser(own, userId, changesUser)));
        });
    }

    /**
     * Whatever it is that keeps one from it, it is no reason to lose what becomes of the others; but where others do not let go of
     * the organization, nobody waits for it once more.
     *
     * @throws RealmGoneException when the realm is gone, and all others with it
     */
    <T> Brought<T> guarded(String userId, Supplier<T> work) {
        if (Patience.of(request.session()).isGivenUp()) {
            return refused(userId, "orgSwitcherLostRace");
        }
        try {
            return new Brought<>(userId, work.get(), "");
        } catch (RequestRefusedException e) {
            return refused(userId, request.told(e), e.parameters());
        } catch (ReadOnlyException e) {
            return refused(userId, Verdict.INADMISSIBLE.messageKey());
        } catch (StorageUnavailableException e) {
            return refused(userId, "orgSwitcherStorageSilent");
        } catch (RealmGoneException e) {
            throw e;
        } catch (LostRaceException | WebApplicationException e) {
            // Others were in the way, or the organization or the right to change it is gone.
            return refused(userId, "orgSwitcherLostRace");
        } catch (ModelException e) {
            return unread(userId, e);
        }
    }

    /** What the exception says may quote an address, and a directory's id may be one. */
    private <T> Brought<T> unread(String userId, ModelException e) {
        LOG.warnf(
                "Realm %s: user %s cannot be read: %s",
                request.realm().getName(),
                ShownText.withoutAddress(userId),
                e.getClass().getName());
        return refused(userId, "orgSwitcherStorageSilent");
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
                .filter(OrgSwitcherStore.of(reader.session())::isComparable)
                .map(id -> reader.session().users().getUserById(reader.realm(), id))
                .filter(reader.administrator()::mayView);
    }

    /** Of whom a user storage keeps back at the moment, nothing can be said. */
    private Optional<UserModel> reached(String userId) {
        try {
            return viewed(request, userId);
        } catch (StorageUnavailableException | ModelException e) {
            return Optional.empty();
        }
    }

    Status joined(Enrollment joined) {
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

    Status invited(Invited invited) {
        request.changes()
                .tell(
                        ResourceType.ORGANIZATION_MEMBERSHIP,
                        OperationType.ACTION,
                        new InvitedRepresentation(invited.userId(), invited.id()),
                        "organizations",
                        organization.getId(),
                        "invitations",
                        invited.id());
        return invited.mailed() ? Status.INVITED : Status.INVITED_WITHOUT_MAIL;
    }

    /**
     * An invitation, as an admin event keeps it.
     *
     * @param userId who is invited; absent for an address alone
     * @param invitationId the invitation
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record InvitedRepresentation(@Nullable String userId, String invitationId) {}

    private <T> Brought<T> refused(String userId, String messageKey, Object... parameters) {
        return new Brought<>(userId, null, request.message(messageKey, parameters));
    }
}
