package io.github.orgswitcher.account;

import io.github.orgswitcher.membership.ChoiceRefusedException;
import jakarta.ws.rs.core.Response.Status;

/** How REST answers a choice that a rule does not allow. */
final class RefusalStatus {

    private RefusalStatus() {}

    static Status of(ChoiceRefusedException refused) {
        return switch (refused.error()) {
            case "org_switcher_invitation_gone" -> Status.NOT_FOUND;
            case "org_switcher_name_invalid" -> Status.BAD_REQUEST;
            case "org_switcher_not_offered" ->
                refused.messageKey().equals("orgSwitcherErrorChanged") ? Status.CONFLICT : Status.NOT_FOUND;
            case "org_switcher_denied",
                    "org_switcher_user_disabled",
                    "org_switcher_user_read_only",
                    "org_switcher_vetoed",
                    "org_switcher_public_address",
                    "org_switcher_creation_off",
                    "org_switcher_creation_limit" -> Status.FORBIDDEN;
            default -> Status.CONFLICT;
        };
    }
}
