package io.github.orgswitcher.account;

import io.github.orgswitcher.account.Overview.Membership;
import io.github.orgswitcher.decision.OrganizationRef;
import io.github.orgswitcher.decision.Standing.Offer.Action;
import io.github.orgswitcher.login.InvitationTile;
import io.github.orgswitcher.login.OrganizationTile;
import io.github.orgswitcher.membership.OrganizationName;
import io.github.orgswitcher.store.Enrollment;
import io.github.orgswitcher.store.EnrollmentMethod;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What {@code org-switcher-account.ftl} shows. Public, with getters, because FreeMarker reads it. */
public final class AccountPage {

    private final Overview overview;
    private final AccountForm form;
    private final Place place;
    private final Locale locale;

    /**
     * Where the page stands.
     *
     * @param account the email address, or else the username
     * @param colleaguesDomain domain that colleagues would join over; null where they could not
     * @param action where its form is posted; null within a login, which says so itself
     * @param logout where to sign out; null within a login
     * @param token what shows that the form is this session's; null within a login, which has its own
     */
    record Place(
            String account,
            @Nullable String colleaguesDomain,
            @Nullable String action,
            @Nullable String logout,
            @Nullable String token) {}

    AccountPage(Overview overview, AccountForm form, Place place, Locale locale) {
        this.overview = overview;
        this.form = form;
        this.place = place;
        this.locale = locale;
    }

    /**
     * Who is signed in.
     *
     * @return the email address, or else the username
     */
    public String getAccount() {
        return place.account();
    }

    /**
     * Where the form is posted.
     *
     * @return the address; null within a login
     */
    public @Nullable String getAction() {
        return place.action();
    }

    /**
     * Where to sign out.
     *
     * @return the address; null within a login
     */
    public @Nullable String getLogout() {
        return place.logout();
    }

    /**
     * What shows that the form is this session's.
     *
     * @return the token; null within a login
     */
    public @Nullable String getToken() {
        return place.token();
    }

    /**
     * The person's organizations.
     *
     * @return the rows, each with how and when the person has joined
     */
    public List<AccountRow> getMemberships() {
        return overview.memberships().stream().map(this::row).toList();
    }

    private AccountRow row(Membership membership) {
        Enrollment joined = membership.joined();
        EnrollmentMethod method = joined == null ? null : joined.method();
        return new AccountRow(
                OrganizationTile.of(membership.organization()),
                method == null ? null : note(method),
                joined == null || joined.domain() == null ? "" : joined.domain(),
                joined == null ? "" : date(joined.updatedAt()),
                false,
                membership.organization().equals(overview.active()));
    }

    private static String note(EnrollmentMethod method) {
        return switch (method) {
            case ALLOWED_DOMAIN, AUTOMATIC -> "orgSwitcherAccountHowDomain";
            case APPROVED_REQUEST -> "orgSwitcherAccountHowApproved";
            case INVITATION -> "orgSwitcherAccountHowInvitation";
            case CREATOR -> "orgSwitcherAccountHowCreator";
        };
    }

    /**
     * The invitations to answer.
     *
     * @return the tiles
     */
    public List<InvitationTile> getInvitations() {
        return overview.invitations().stream()
                .map(invitation -> new InvitationTile(invitation, locale))
                .toList();
    }

    /**
     * What the person has asked and nobody has decided.
     *
     * @return the rows, each with when the person has asked
     */
    public List<AccountRow> getRequests() {
        return overview.requests().stream()
                .map(request -> new AccountRow(
                        OrganizationTile.of(request.organization()),
                        "orgSwitcherAccountAsked",
                        request.domain() == null ? "" : request.domain(),
                        date(request.since()),
                        true,
                        false))
                .toList();
    }

    /**
     * What the person may join, or ask to.
     *
     * @return the rows, each with the domain that opens it
     */
    public List<AccountRow> getOffers() {
        return overview.offers().stream()
                .map(offer -> new AccountRow(
                        OrganizationTile.of(new OrganizationRef(offer.orgId(), offer.alias(), offer.name())),
                        "orgSwitcherOfferDomain",
                        offer.domain(),
                        "",
                        offer.action() == Action.REQUEST,
                        false))
                .toList();
    }

    /**
     * Whether the person may create an organization.
     *
     * @return whether to show the form
     */
    public boolean isCreation() {
        return overview.mayCreate();
    }

    /**
     * The new organization's name.
     *
     * @return as typed
     */
    public String getName() {
        return form.name();
    }

    /**
     * The longest name.
     *
     * @return the number of characters
     */
    public int getNameMaxLength() {
        return OrganizationName.MAX_LENGTH;
    }

    /**
     * The domain that colleagues would join over.
     *
     * @return the domain; null where they could not
     */
    public @Nullable String getColleaguesDomain() {
        return place.colleaguesDomain();
    }

    /**
     * Whether the box that lets colleagues join is ticked.
     *
     * @return whether it is
     */
    public boolean isAllowColleagues() {
        return form.allowColleagues();
    }

    /** In the one time zone that is everybody's. */
    private String date(Instant time) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .withZone(ZoneOffset.UTC)
                .format(time);
    }
}
