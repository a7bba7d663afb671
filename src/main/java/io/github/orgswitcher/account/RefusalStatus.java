package io.github.orgswitcher.account;

import io.github.orgswitcher.domain.Refusal;
import io.github.orgswitcher.membership.ChoiceRefusedException;
import jakarta.ws.rs.core.Response.Status;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.events.Errors;

/** How REST answers a choice that a rule does not allow. */
final class RefusalStatus {

    /** What can be said of no domain and no address. */
    private static final Set<String> UNREADABLE = Stream.concat(
                    Stream.of(Refusal.values()).map(Refusal::messageKey),
                    Stream.of(
                            "orgSwitcherDidYouMean",
                            "orgSwitcherDomainMissing",
                            "orgSwitcherEmailErrorAddress",
                            "orgSwitcherEmailErrorLetters",
                            "orgSwitcherManageMailElsewhere"))
            .collect(Collectors.toUnmodifiableSet());

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
            case "org_switcher_domain_refused", "org_switcher_invitation_refused" -> ofManaged(refused.messageKey());
            case Errors.EMAIL_SEND_FAILED -> Status.SERVICE_UNAVAILABLE;
            case "org_switcher_code_refused" -> Status.BAD_REQUEST;
            case "org_switcher_policy_refused" ->
                refused.messageKey().equals("orgSwitcherSettingByAttribute") ? Status.CONFLICT : Status.BAD_REQUEST;
            case "org_switcher_manager_refused" ->
                refused.messageKey().equals("orgSwitcherManageDismissed") ? Status.NOT_FOUND : Status.CONFLICT;
            default -> Status.CONFLICT;
        };
    }

    private static Status ofManaged(String messageKey) {
        return switch (messageKey) {
            case "orgSwitcherDomainNotFound", "orgSwitcherManageInvitationGone" -> Status.NOT_FOUND;
            case "orgSwitcherErrorInvitationPublic" -> Status.FORBIDDEN;
            case "orgSwitcherManageChecksTooMany", "orgSwitcherManageMailsTooMany" -> Status.TOO_MANY_REQUESTS;
            default -> UNREADABLE.contains(messageKey) ? Status.BAD_REQUEST : Status.CONFLICT;
        };
    }
}
