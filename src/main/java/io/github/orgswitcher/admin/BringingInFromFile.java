package io.github.orgswitcher.admin;

import io.github.orgswitcher.admin.BringingIn.Brought;
import io.github.orgswitcher.bulk.ImportedPerson;
import io.github.orgswitcher.bulk.PeopleReport;
import io.github.orgswitcher.bulk.PeopleReport.Status;
import io.github.orgswitcher.domain.EmailAddress;
import io.github.orgswitcher.membership.ImportedPeople;
import io.github.orgswitcher.membership.ImportedPeople.Asked;
import io.github.orgswitcher.membership.ImportedPeople.Joined;
import io.github.orgswitcher.membership.ImportedPeople.Outcome;
import io.github.orgswitcher.membership.ImportedPeople.Unchanged;
import io.github.orgswitcher.membership.Invitee;
import io.github.orgswitcher.people.Directories;
import io.github.orgswitcher.people.PeopleByEmail;
import io.github.orgswitcher.platform.UserStorages;
import io.github.orgswitcher.platform.admin.Administrator;
import io.github.orgswitcher.store.OwnTransaction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;
import org.keycloak.storage.StorageUnavailableException;

/**
 * Brings in the people of a file, each in a transaction of its own as {@link BringingIn} does; or finds out what would become of each,
 * and keeps nothing.
 */
final class BringingInFromFile {

    private final AdminRequest request;
    private final boolean dryRun;
    /** Whether a user storage has not answered: no other row waits for it. */
    private boolean silent;

    BringingInFromFile(AdminRequest request, boolean dryRun) {
        this.request = request;
        this.dryRun = dryRun;
    }

    /** An organization that is gone is missed before anything is done, and admin events come last. */
    List<PeopleReport.Outcome> all(List<ImportedPerson> people) {
        Map<String, OrganizationModel> organizations = new HashMap<>();
        people.forEach(person -> organizations.computeIfAbsent(person.orgId(), request::organization));
        List<Told> all = people.stream()
                .map(person -> one(person, Objects.requireNonNull(organizations.get(person.orgId()))))
                .toList();
        return all.stream().map(this::told).toList();
    }

    /** What became of somebody, and who tells it. */
    private record Told(BringingIn organization, Brought<Outcome> brought) {}

    private Told one(ImportedPerson person, OrganizationModel organization) {
        BringingIn bringing = new BringingIn(request, organization);
        return new Told(bringing, bringing.guarded(person.address().text(), () -> answered(organization, person)));
    }

    private Outcome answered(OrganizationModel organization, ImportedPerson person) {
        if (silent) {
            throw new StorageUnavailableException("It has not answered for another row");
        }
        try {
            return dryRun ? tried(organization, person) : brought(organization, person);
        } catch (StorageUnavailableException e) {
            silent = true;
            throw e;
        }
    }

    /** Who has the address, when there is time to ask for it. */
    private record Holders(AdminRequest own, Supplier<List<UserModel>> users) {}

    /** A directory is asked before anybody is locked, and whom it has is imported whatever follows. */
    private Outcome brought(OrganizationModel organization, ImportedPerson person) {
        List<String> userIds = OwnTransaction.of(request.session())
                .call(inner -> having(request.in(inner), person.address()).stream()
                        .map(UserModel::getId)
                        .toList());
        return AdminWrite.people(request, userIds)
                .attempt(
                        organization,
                        own -> new Holders(own, () -> stillHaving(own, person.address(), userIds)),
                        (holders, locked) -> bring(holders, locked, person));
    }

    private Outcome tried(OrganizationModel organization, ImportedPerson person) {
        return AdminWrite.rehearsal(request)
                .attempt(
                        organization,
                        own -> {
                            List<UserModel> users = having(own, person.address());
                            return new Holders(own, () -> users);
                        },
                        (holders, locked) -> bring(holders, locked, person));
    }

    /** Keycloak passes over a directory that cannot be reached, and nobody is a stranger for that. */
    private static List<UserModel> having(AdminRequest own, EmailAddress address) {
        List<UserModel> users = new PeopleByEmail(own.session(), own.realm()).having(address);
        if (users.stream().anyMatch(UserStorages::isOutOfReach)
                || users.isEmpty() && !new Directories(own.session(), own.realm()).knowNobody(address)) {
            throw new StorageUnavailableException("It does not answer");
        }
        return users;
    }

    private static List<UserModel> stillHaving(AdminRequest own, EmailAddress address, List<String> userIds) {
        return userIds.stream()
                .map(userId -> own.session().users().getUserById(own.realm(), userId))
                .filter(Objects::nonNull)
                .filter(user -> address.isOnRecordAs(user.getEmail()))
                .toList();
    }

    private static Outcome bring(Holders holders, OrganizationModel locked, ImportedPerson person) {
        AdminRequest own = holders.own();
        Administrator administrator = own.administrator();
        return new ImportedPeople(own.session(), own.adminId(), administrator::mayView, administrator::mayManage)
                .bring(
                        locked,
                        new Invitee(person.address(), person.firstName(), person.lastName()),
                        holders.users().get());
    }

    private PeopleReport.Outcome told(Told told) {
        Outcome done = told.brought().done();
        if (done == null) {
            return new PeopleReport.Outcome(Status.REFUSED, told.brought().message());
        }
        if (done instanceof Unchanged unchanged) {
            return new PeopleReport.Outcome(Status.UNCHANGED, request.message(unchanged.messageKey()));
        }
        if (done instanceof Joined joined) {
            if (!dryRun) {
                told.organization().joined(joined.enrollment());
            }
            return new PeopleReport.Outcome(Status.JOINED, null);
        }
        Asked asked = (Asked) done;
        if (!dryRun) {
            told.organization().invited(asked.invited());
        }
        return new PeopleReport.Outcome(asked.invited().mailed() ? Status.INVITED : Status.INVITED_WITHOUT_MAIL, null);
    }
}
