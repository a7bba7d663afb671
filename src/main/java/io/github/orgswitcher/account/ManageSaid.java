package io.github.orgswitcher.account;

import io.github.orgswitcher.management.Act;
import java.util.Objects;

/** What the page for those who manage an organization says once, in the request after the one that has done it, and where. */
enum ManageSaid {
    APPROVED(ManageView.REQUESTS, "orgSwitcherManageApproved"),
    DENIED(ManageView.REQUESTS, "orgSwitcherManageDenied"),
    DENIAL_TAKEN_BACK(ManageView.DECLINED, "orgSwitcherManageForgotten"),
    MANAGER_APPOINTED(ManageView.MANAGERS, "orgSwitcherManageAppointed"),
    MANAGER_DISMISSED(ManageView.MANAGERS, "orgSwitcherManageDismissed"),
    INVITED(ManageView.INVITATIONS, "orgSwitcherManageInvited"),
    INVITED_WITHOUT_MAIL(ManageView.INVITATIONS, "orgSwitcherManageInvitedWithoutMail"),
    INVITATION_RESENT(ManageView.INVITATIONS, "orgSwitcherManageInvited"),
    INVITATION_WITHDRAWN(ManageView.INVITATIONS, "orgSwitcherManageWithdrawn"),
    DOMAIN_ADDED(ManageView.DOMAINS, "orgSwitcherManageDomainAdded"),
    DOMAIN_ADDED_BY_AFFILIATION(ManageView.DOMAINS, "orgSwitcherManageDomainAddedOpen"),
    DOMAIN_AFFILIATED(ManageView.DOMAINS, "orgSwitcherManageDomainAddedOpen"),
    DOMAIN_CODE_MAILED(ManageView.DOMAINS, "orgSwitcherManageCodeMailed"),
    DOMAIN_AFFILIATED_BY_CODE(ManageView.DOMAINS, "orgSwitcherManageDomainCoded"),
    DOMAIN_PROVEN(ManageView.DOMAINS, "orgSwitcherManageDomainProven"),
    DOMAIN_NOT_PROVEN(ManageView.DOMAINS, "orgSwitcherManageDomainNotProven"),
    DOMAIN_CLOSED(ManageView.DOMAINS, "orgSwitcherVerdictDomainNeedsProof"),
    DOMAIN_OFF(ManageView.DOMAINS, "orgSwitcherManageDomainOff"),
    DOMAIN_ASKS(ManageView.DOMAINS, "orgSwitcherManageDomainAsks"),
    DOMAIN_REMOVED(ManageView.DOMAINS, "orgSwitcherManageDomainRemoved"),
    POLICY_CHANGED(ManageView.SETTINGS, "orgSwitcherManageSaved");

    static final OnceNote<ManageSaid> NOTE = new OnceNote<>("org-switcher.manage.said", ManageSaid.class);

    private final ManageView view;
    private final String messageKey;

    ManageSaid(ManageView view, String messageKey) {
        this.view = view;
        this.messageKey = messageKey;
    }

    static ManageSaid of(Act act) {
        return switch (act.deed()) {
            case DOMAIN_ADDED_BY_AFFILIATION, DOMAIN_AFFILIATED, DOMAIN_AFFILIATED_BY_CODE -> affiliated(act);
            default -> valueOf(act.deed().name());
        };
    }

    /** What a proof is worth depends on what else there is. */
    private static ManageSaid affiliated(Act act) {
        return switch (Objects.requireNonNull(act.verdict())) {
            case DISABLED, ORGANIZATION_DISABLED -> DOMAIN_OFF;
            case DOMAIN_NEEDS_PROOF, DOMAIN_NOT_VERIFIED, DOMAIN_PROVEN_BY_ANOTHER -> DOMAIN_CLOSED;
            case REQUESTABLE -> DOMAIN_ASKS;
            default -> valueOf(act.deed().name());
        };
    }

    ManageView view() {
        return view;
    }

    String messageKey() {
        return messageKey;
    }
}
