package io.github.orgswitcher.admin;

import io.github.orgswitcher.store.LostRaceException;
import io.github.orgswitcher.store.OwnTransaction;
import io.github.orgswitcher.store.RealmGoneException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.keycloak.models.OrganizationModel;
import org.keycloak.storage.StorageUnavailableException;

/**
 * What one administrator's request writes, in a transaction of its own, in which all is read and checked anew. The admin event
 * belongs to the request, once this has returned: what was tried in vain is none.
 */
final class AdminWrite {

    private static final Logger LOG = Logger.getLogger(AdminWrite.class);

    private final AdminRequest request;
    private final OwnTransaction transaction;

    private AdminWrite(AdminRequest request, OwnTransaction transaction) {
        this.request = request;
        this.transaction = transaction;
    }

    static AdminWrite of(AdminRequest request) {
        return new AdminWrite(request, OwnTransaction.of(request.session()));
    }

    /** Waits for whatever else is written of one person. */
    static AdminWrite person(AdminRequest request, String userId) {
        return people(request, List.of(userId));
    }

    /** Waits for whatever else is written of some people. */
    static AdminWrite people(AdminRequest request, List<String> userIds) {
        return new AdminWrite(request, OwnTransaction.people(request.session(), userIds));
    }

    /** Waits for nobody else, and nothing of it stays. */
    static AdminWrite rehearsal(AdminRequest request) {
        return new AdminWrite(request, OwnTransaction.rehearsal(request.session()));
    }

    /** Waits for other set-ups of the realm. */
    static AdminWrite realm(AdminRequest request) {
        return new AdminWrite(request, OwnTransaction.realm(request.session()));
    }

    /** The same, of which nothing stays. */
    static AdminWrite realmRehearsal(AdminRequest request) {
        return new AdminWrite(request, OwnTransaction.realmRehearsal(request.session()));
    }

    /**
     * Does the work.
     *
     * @param work what to do as the same administrator in another session; it may run several times
     * @param <T> what it returns: plain values
     * @return what it returned
     * @throws WebApplicationException with 409 when others were in the way each time
     */
    <T> T call(Function<AdminRequest, T> work) {
        return unlessLost(request, () -> transaction.call(inner -> work.apply(request.in(inner))));
    }

    /**
     * Does the work on one organization, once nobody else writes what it has.
     *
     * @param organization the organization
     * @param work what to do with it, as an administrator who may manage it
     * @param <T> what it returns: plain values
     * @return what it returned
     * @throws WebApplicationException with 404 when the organization is gone, and with 409 when others were in the way each time
     */
    <T> T call(OrganizationModel organization, BiFunction<AdminRequest, OrganizationModel, T> work) {
        return unlessLost(request, () -> attempt(organization, work));
    }

    /**
     * The same for whoever goes on with something else where it cannot be done.
     *
     * @param organization the organization
     * @param work what to do with it, as an administrator who may manage it
     * @param <T> what it returns: plain values
     * @return what it returned
     * @throws WebApplicationException with 404 when the organization is gone
     * @throws LostRaceException when others were in the way each time
     * @throws StorageUnavailableException while a user storage does not answer
     */
    <T> T attempt(OrganizationModel organization, BiFunction<AdminRequest, OrganizationModel, T> work) {
        return attempt(organization, Function.identity(), work);
    }

    /**
     * The same for what may take its time before anything is locked.
     *
     * @param before what to ask for
     * @param <B> what that is
     */
    <B, T> T attempt(
            OrganizationModel organization,
            Function<AdminRequest, B> before,
            BiFunction<B, OrganizationModel, T> work) {
        String orgId = organization.getId();
        return transaction.call(inner -> {
            AdminRequest own = request.in(inner);
            B known = before.apply(own);
            if (own.store().organizations().lock(Set.of(orgId)).isEmpty()) {
                throw own.organizationNotFound();
            }
            OrganizationModel locked = own.organization(orgId);
            own.organizations().requireManage(locked);
            return work.apply(known, locked);
        });
    }

    /**
     * Does what opens {@link OwnTransaction a transaction} by itself.
     *
     * @throws WebApplicationException with 409 when others were in the way each time, or while a user storage does not answer; with 404
     *     when the realm is gone
     */
    static <T> T unlessLost(AdminRequest request, Supplier<T> work) {
        try {
            return work.get();
        } catch (RealmGoneException e) {
            // As Keycloak says it of any realm that is not there.
            throw new NotFoundException("Realm not found.");
        } catch (LostRaceException e) {
            LOG.warnf(
                    "Realm %s: others were in the way of a change: %s",
                    request.realm().getName(), e.getMessage());
            throw request.error(Status.CONFLICT, null, "orgSwitcherLostRace");
        } catch (StorageUnavailableException e) {
            throw request.error(Status.CONFLICT, null, "orgSwitcherStorageSilent");
        }
    }
}
