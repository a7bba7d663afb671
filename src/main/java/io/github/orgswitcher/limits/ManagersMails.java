package io.github.orgswitcher.limits;

import io.github.orgswitcher.domain.EmailAddress;
import java.util.ArrayList;
import java.util.List;
import org.keycloak.models.KeycloakSession;

/**
 * The limits of mails that managers have sent to strangers. Each organization has few to one address, so that it is not one of
 * them alone who decides whether the others reach it; what all of them send to a mailbox, in whichever spelling, is more than
 * one of them may, and is not without end. A network and the realm have as many as of the sign-in by email, counted apart from it.
 *
 * @param session the session of the request that asks
 * @param what which mails
 * @param ofAnOrganization how many an organization may send a day
 */
record ManagersMails(KeycloakSession session, String what, int ofAnOrganization) {

    private static final int OF_AN_ORGANIZATION_TO_AN_ADDRESS = 3;
    private static final int TO_A_MAILBOX = 20;

    /** What an organization has for itself. */
    List<Allowance> own(String orgId, EmailAddress address) {
        String organization = what + ".organization." + orgId;
        List<Allowance> limits =
                new ArrayList<>(counted(address).daily(organization, OF_AN_ORGANIZATION_TO_AN_ADDRESS, Scope.ADDRESS));
        limits.add(new Allowance(organization, ofAnOrganization, Rate.DAY_SECONDS));
        return limits;
    }

    /** What all have together. */
    List<Allowance> shared(EmailAddress address) {
        CountedBy counted = counted(address);
        List<Allowance> limits = new ArrayList<>(counted.daily(what, TO_A_MAILBOX, Scope.ADDRESS, Scope.MAILBOX));
        limits.addAll(counted.limits(what, Rates.standard(Countable.MAIL), Scope.CLIENT, Scope.REALM));
        return limits;
    }

    private CountedBy counted(EmailAddress address) {
        return new CountedBy(session, session.getContext().getRealm(), address);
    }
}
