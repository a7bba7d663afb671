package io.github.orgswitcher.management;

import io.github.orgswitcher.decision.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What one who manages an organization has done.
 *
 * @param deed what was done
 * @param orgId the organization
 * @param userId whom it concerns; null for nobody
 * @param domain the allowed domain that it concerns; null for none
 * @param invitation id of the invitation that it concerns; null for none
 * @param verdict what the organization is to people of the domain then; null where that was not asked
 */
public record Act(
        Deed deed,
        String orgId,
        @Nullable String userId,
        @Nullable String domain,
        @Nullable String invitation,
        @Nullable Verdict verdict) {

    static Act onOrganization(Deed deed, String orgId) {
        return new Act(deed, orgId, null, null, null, null);
    }

    static Act onPerson(Deed deed, String orgId, String userId) {
        return new Act(deed, orgId, userId, null, null, null);
    }

    static Act onDomain(Deed deed, String orgId, String domain) {
        return new Act(deed, orgId, null, domain, null, null);
    }

    static Act onDomain(Deed deed, String orgId, String domain, Verdict verdict) {
        return new Act(deed, orgId, null, domain, null, verdict);
    }

    static Act onInvitation(Deed deed, String orgId, String invitation) {
        return new Act(deed, orgId, null, null, invitation, null);
    }

    /** What can be done. */
    public enum Deed {
        /** A request was approved: the person is a member now. */
        APPROVED,
        /** A request was declined. */
        DENIED,
        /** A denial was taken back: the person may ask again. */
        DENIAL_TAKEN_BACK,
        /** A domain was added, which opens nothing until it is proven. */
        DOMAIN_ADDED,
        /** A domain was added that the manager's own address proves. */
        DOMAIN_ADDED_BY_AFFILIATION,
        /** A domain was proven by the manager's own address. */
        DOMAIN_AFFILIATED,
        /** A code was mailed to an address on a domain. */
        DOMAIN_CODE_MAILED,
        /** A domain was proven by a code that was mailed to an address on it. */
        DOMAIN_AFFILIATED_BY_CODE,
        /** A domain's DNS record was looked up, and is there. */
        DOMAIN_PROVEN,
        /** A domain's DNS record was looked up, and was not seen. */
        DOMAIN_NOT_PROVEN,
        /** A domain was removed. */
        DOMAIN_REMOVED,
        /** Somebody was invited. */
        INVITED,
        /** Somebody was invited, and the mail is not out. */
        INVITED_WITHOUT_MAIL,
        /** Somebody was invited anew. */
        INVITATION_RESENT,
        /** An invitation was withdrawn. */
        INVITATION_WITHDRAWN,
        /** A member was made a manager, or was one already. */
        MANAGER_APPOINTED,
        /** A person manages the organization no longer. */
        MANAGER_DISMISSED,
        /** The policy was changed, or would have been had it not said so already. */
        POLICY_CHANGED
    }
}
