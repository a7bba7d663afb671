package io.github.orgswitcher.account;

import io.github.orgswitcher.login.SwitcherEvents;
import io.github.orgswitcher.login.Visit;
import io.github.orgswitcher.management.Act;
import io.github.orgswitcher.management.ManagedOrganization;
import io.github.orgswitcher.management.NoSuchOrganizationException;
import io.github.orgswitcher.membership.ChoiceRefusedException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A person who manages an organization and has come to see to it. Pages and REST lead here, and from here to one set of rules, with
 * one event for each thing that is done or refused. Nobody manages in somebody else's name.
 *
 * @param visit the person
 * @param organization the organization
 */
record Managing(Visit visit, ManagedOrganization organization) {

    /** Empty where there is no such organization for the visitor. */
    static Optional<Managing> byAlias(Visit visit, String alias) {
        return visit.isImpersonated()
                ? Optional.empty()
                : ManagedOrganization.byAlias(visit.session(), visit.user(), alias)
                        .map(organization -> new Managing(visit, organization));
    }

    /** The same by the organization's id. */
    static Optional<Managing> byId(Visit visit, String orgId) {
        return visit.isImpersonated()
                ? Optional.empty()
                : ManagedOrganization.byId(visit.session(), visit.user(), orgId)
                        .map(organization -> new Managing(visit, organization));
    }

    /** Tells that somebody wanted to change something where there is nothing for them. */
    static void refusedAltogether(Visit visit) {
        refused(
                visit,
                new ChoiceRefusedException("manage", NoSuchOrganizationException.MESSAGE, "org_switcher_not_manager"));
    }

    /** Tells of a refusal, and returns it. */
    ChoiceRefusedException refused(ChoiceRefusedException refused) {
        return refused(visit, refused.about(organization.ref().id()));
    }

    /**
     * Does something.
     *
     * @throws ChoiceRefusedException where a rule does not allow it
     * @throws NoSuchOrganizationException where the visitor does not manage the organization any more
     */
    Act carryOut(Supplier<Act> deed) {
        try {
            Act act = deed.get();
            SwitcherEvents.managed(visit.event(), act);
            return act;
        } catch (ChoiceRefusedException e) {
            throw refused(e);
        } catch (NoSuchOrganizationException e) {
            refusedAltogether(visit);
            throw e;
        }
    }

    private static ChoiceRefusedException refused(Visit visit, ChoiceRefusedException refused) {
        SwitcherEvents.refused(visit.event(), refused);
        return refused;
    }
}
