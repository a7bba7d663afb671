package io.github.orgswitcher.account;

import io.github.orgswitcher.management.Act;
import io.github.orgswitcher.management.ManagedOrganization;
import io.github.orgswitcher.management.NoSuchOrganizationException;
import io.github.orgswitcher.membership.ChoiceRefusedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response.Status;
import java.util.Set;
import java.util.function.Function;

/**
 * A REST call for one who manages an organization. For everybody else there is no such organization.
 *
 * @param call the call, with its person
 * @param managing what the person does
 */
record ManagerCall(AccountCall call, Managing managing) {

    ManagedOrganization organization() {
        return managing.organization();
    }

    /**
     * Does something.
     *
     * @param fields the body's, to which a refusal may be bound
     * @throws WebApplicationException where a rule does not allow it
     */
    Act carryOut(Set<String> fields, Function<ManagedOrganization, Act> deed) {
        try {
            return managing.carryOut(() -> deed.apply(organization()));
        } catch (ChoiceRefusedException refused) {
            throw call.error(refused, fields);
        } catch (NoSuchOrganizationException e) {
            throw none(call);
        }
    }

    /** Does something that has no body. */
    Act carryOut(Function<ManagedOrganization, Act> deed) {
        return carryOut(Set.of(), deed);
    }

    /** For whoever does not manage it. */
    static WebApplicationException none(AccountCall call) {
        return call.error(Status.NOT_FOUND, null, NoSuchOrganizationException.MESSAGE);
    }
}
