package io.github.orgswitcher.account;

import io.github.orgswitcher.login.CreationForm;
import io.github.orgswitcher.login.InvitationTile;
import io.github.orgswitcher.login.OnlyDisabled;
import io.github.orgswitcher.login.SearchField;
import io.github.orgswitcher.login.Typed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code org-switcher-account.ftl} shows. Public, with getters, because FreeMarker reads it. */
public final class AccountPage {

    private final Overview overview;
    private final Typed typed;
    private final Place place;
    private final AccountRows rows;

    /**
     * Where the page stands.
     *
     * @param account the email address, or else the username
     * @param onlyOne whether nobody may belong to two organizations
     * @param creationLimit how many organizations the person has created, where that is the most; null for everybody else
     * @param colleaguesDomain domain that colleagues would join over; null where they could not
     * @param action where its form is posted; null within a login, which says so itself
     * @param logout where to sign out; null within a login
     * @param token what shows that the form is this session's; null within a login, which has its own
     */
    record Place(
            String account,
            boolean onlyOne,
            @Nullable Integer creationLimit,
            @Nullable String colleaguesDomain,
            @Nullable String action,
            @Nullable String logout,
            @Nullable String token) {}

    AccountPage(Overview overview, Typed typed, Place place, AccountRows rows) {
        this.overview = overview;
        this.typed = typed;
        this.place = place;
        this.rows = rows;
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
     * The field to find organizations by, and what it finds.
     *
     * @return the field, shown or not
     */
    public SearchField getSearch() {
        return new SearchField(overview.lists(), typed);
    }

    /**
     * How many of the person's organizations the search finds.
     *
     * @return the number, shown or not; all where nothing is searched for
     */
    public long getMembershipsFound() {
        return overview.lists().memberships().found();
    }

    /**
     * How many organizations to join, or to ask, the search finds.
     *
     * @return the number, shown or not; all where nothing is searched for
     */
    public long getOffersFound() {
        return overview.lists().open().found();
    }

    /**
     * Whether the person belongs to no enabled organization.
     *
     * @return whether to say so
     */
    public boolean isNowhere() {
        return overview.lists().memberships().total() == 0;
    }

    /**
     * What to say to whoever belongs to disabled organizations alone.
     *
     * @return a message key; null for everybody else
     */
    public @Nullable String getOnlyDisabled() {
        return OnlyDisabled.messageKey(overview.lists().standing(), place.onlyOne());
    }

    /**
     * The person's organizations, those that match the search.
     *
     * @return the rows, each with how and when the person has joined
     */
    public List<AccountRow> getMemberships() {
        return rows.memberships();
    }

    /**
     * The invitations to answer.
     *
     * @return the tiles
     */
    public List<InvitationTile> getInvitations() {
        return rows.invitations();
    }

    /**
     * What the person has asked and nobody has decided.
     *
     * @return the rows, each with when the person has asked
     */
    public List<AccountRow> getRequests() {
        return rows.requests();
    }

    /**
     * What the person has asked and may not ask now, because it was turned down.
     *
     * @return the rows, each with when it was, and from when on the person may ask again
     */
    public List<AccountRow> getDenials() {
        return rows.denials();
    }

    /**
     * What the person may join, or ask to, as far as it matches the search.
     *
     * @return the rows, each with the domain that opens it
     */
    public List<AccountRow> getOffers() {
        return rows.offers();
    }

    /**
     * What creates an organization.
     *
     * @return the form; null where the person may create none
     */
    public @Nullable CreationForm getCreation() {
        return CreationForm.of(overview.lists().standing(), typed, place.colleaguesDomain());
    }

    /**
     * How many organizations one person may create.
     *
     * @return the number where it alone is why there is no form; null otherwise
     */
    public @Nullable Integer getCreationLimit() {
        return place.creationLimit();
    }
}
