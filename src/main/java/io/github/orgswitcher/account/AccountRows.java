package io.github.orgswitcher.account;

import io.github.orgswitcher.account.Overview.Membership;
import io.github.orgswitcher.decision.Denial;
import io.github.orgswitcher.decision.Offer.Action;
import io.github.orgswitcher.decision.OrganizationRef;
import io.github.orgswitcher.domain.ShownTime;
import io.github.orgswitcher.login.InvitationTile;
import io.github.orgswitcher.login.Logos;
import io.github.orgswitcher.store.Enrollment;
import io.github.orgswitcher.store.EnrollmentMethod;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the page "Your organizations" says of each organization.
 *
 * @param manage where an organization's page for its managers is, which is asked of those that the person manages; null where
 *     there is none
 */
record AccountRows(Overview overview, Logos logos, Function<OrganizationRef, @Nullable String> manage, Locale locale) {

    List<AccountRow> memberships() {
        return overview.memberships().stream().map(this::row).toList();
    }

    private AccountRow row(Membership membership) {
        Enrollment joined = membership.joined();
        EnrollmentMethod method = joined == null ? null : joined.method();
        return new AccountRow(
                logos.tile(membership.organization()),
                method == null ? null : note(method),
                joined == null || joined.domain() == null ? "" : joined.domain(),
                joined == null ? "" : ShownTime.day(joined.updatedAt(), locale),
                false,
                overview.active().filter(membership.organization()::equals).isPresent(),
                membership.managed() ? manage.apply(membership.organization()) : null);
    }

    private static String note(EnrollmentMethod method) {
        return switch (method) {
            case ALLOWED_DOMAIN, AUTOMATIC -> "orgSwitcherAccountHowDomain";
            case APPROVED_REQUEST -> "orgSwitcherAccountHowApproved";
            case INVITATION -> "orgSwitcherAccountHowInvitation";
            case CREATOR -> "orgSwitcherAccountHowCreator";
        };
    }

    List<InvitationTile> invitations() {
        return overview.invitations().stream()
                .map(invitation -> new InvitationTile(invitation, logos.tile(invitation.organization()), locale))
                .toList();
    }

    List<AccountRow> requests() {
        return overview.requests().open().stream()
                .map(request -> asked(
                        request.organization(),
                        "orgSwitcherAccountAsked",
                        request.domain() == null ? "" : request.domain(),
                        ShownTime.day(request.since(), locale)))
                .toList();
    }

    List<AccountRow> denials() {
        return overview.requests().standing().stream().map(this::row).toList();
    }

    private AccountRow row(Denial denial) {
        Instant again = denial.askAgainAt();
        return again == null
                ? asked(denial.organization(), "orgSwitcherAccountDenied", "", ShownTime.day(denial.at(), locale))
                : asked(denial.organization(), "orgSwitcherAccountDeniedUntil", "", ShownTime.of(again, locale));
    }

    private AccountRow asked(OrganizationRef organization, String note, String domain, String date) {
        return new AccountRow(logos.tile(organization), note, domain, date, true, false, null);
    }

    List<AccountRow> offers() {
        return overview.offers().stream()
                .map(offer -> new AccountRow(
                        logos.tile(offer.organization()),
                        "orgSwitcherOfferDomain",
                        offer.domain(),
                        "",
                        offer.action() == Action.REQUEST,
                        false,
                        null))
                .toList();
    }
}
