package io.github.orgswitcher.login;

import io.github.orgswitcher.decision.Denial;
import io.github.orgswitcher.decision.Offer;
import io.github.orgswitcher.decision.OrganizationRef;
import io.github.orgswitcher.decision.Standing;
import io.github.orgswitcher.membership.PageLists;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What {@code org-switcher.ftl} shows. Public, with getters, because FreeMarker reads it. */
public final class SwitcherPage {

    private final Person person;
    private final PageLists lists;
    private final Standing standing;
    private final Tiles tiles;
    private final List<Denial> denials;
    private final Typed typed;
    private final @Nullable AskedFor askedFor;
    private final Locale locale;

    /**
     * What the page needs to know of the person beside the standing.
     *
     * @param account the email address, or else the username
     * @param colleaguesDomain domain that colleagues would join over; null where they could not
     * @param verifiable whether the person can verify the email address here
     * @param skippable whether the person may go on without an organization
     * @param onlyOne whether nobody may belong to two organizations
     * @param creationLimit how many organizations the person has created, where that is the most; null for everybody else
     */
    record Person(
            String account,
            @Nullable String colleaguesDomain,
            boolean verifiable,
            boolean skippable,
            boolean onlyOne,
            @Nullable Integer creationLimit) {}

    SwitcherPage(
            Person person,
            PageLists lists,
            Tiles tiles,
            List<Denial> denials,
            Typed typed,
            Optional<AskedFor> askedFor,
            Locale locale) {
        this.person = person;
        this.lists = lists;
        this.standing = lists.standing();
        this.tiles = tiles;
        this.denials = List.copyOf(denials);
        this.typed = typed;
        this.askedFor = askedFor.orElse(null);
        this.locale = locale;
    }

    /**
     * Who is signed in.
     *
     * @return the email address, or else the username
     */
    public String getAccount() {
        return person.account();
    }

    /**
     * The organization that the application asked for.
     *
     * @return what to say of it; null where it asked for none
     */
    public @Nullable AskedFor getAskedFor() {
        return askedFor;
    }

    /**
     * Who has turned the person down, which is told once.
     *
     * @return the sentences
     */
    public List<DenialNote> getDenials() {
        return denials.stream().map(denial -> new DenialNote(denial, locale)).toList();
    }

    /**
     * Whether the person has no organization yet.
     *
     * @return whether this is the first
     */
    public boolean isFirst() {
        return standing.memberships().isEmpty();
    }

    /**
     * What to say to whoever belongs to disabled organizations alone.
     *
     * @return a message key; null for everybody else
     */
    public @Nullable String getOnlyDisabled() {
        return OnlyDisabled.messageKey(standing, person.onlyOne());
    }

    /**
     * The invitations to answer.
     *
     * @return the tiles
     */
    public List<InvitationTile> getInvitations() {
        return standing.acceptable().stream().map(tiles::invitation).toList();
    }

    /**
     * The organizations to go on with, those that match the search.
     *
     * @return the tiles
     */
    public List<OrganizationTile> getMemberships() {
        String active = standing.active().map(OrganizationRef::id).orElse(null);
        return lists.memberships().rows().stream()
                .map(membership -> tiles.membership(membership, membership.id().equals(active)))
                .toList();
    }

    /**
     * How many organizations the person belongs to, shown or not.
     *
     * @return the number before any search
     */
    public long getMembershipCount() {
        return lists.memberships().total();
    }

    /**
     * How many of the person's organizations the search finds.
     *
     * @return the number, shown or not; all where nothing is searched for
     */
    public long getMembershipsFound() {
        return lists.memberships().found();
    }

    /**
     * How many organizations there are to join, or to ask.
     *
     * @return the number before any search
     */
    public long getOfferCount() {
        return lists.open().total();
    }

    /**
     * Whether somebody has to approve whatever the person may join.
     *
     * @return whether there are organizations to ask, and none to join
     */
    public boolean isAskingOnly() {
        return !standing.offers().isEmpty()
                && standing.offers().stream().allMatch(offer -> offer.action() == Offer.Action.REQUEST);
    }

    /**
     * How many of these the search finds.
     *
     * @return the number, shown or not; all where nothing is searched for
     */
    public long getOffersFound() {
        return lists.open().found();
    }

    /**
     * The field to find organizations by, and what it finds.
     *
     * @return the field, shown or not
     */
    public SearchField getSearch() {
        return new SearchField(lists, typed);
    }

    /**
     * The organizations to join, or to ask.
     *
     * @return the tiles
     */
    public List<OrganizationTile> getOffers() {
        return lists.open().rows().stream().map(tiles::offer).toList();
    }

    /**
     * The organizations that the person has asked to join.
     *
     * @return the tiles
     */
    public List<OrganizationTile> getRequests() {
        return lists.requests().stream().map(tiles::request).toList();
    }

    /**
     * Whether verifying the email address here would show more.
     *
     * @return whether to say so
     */
    public boolean isVerifiable() {
        return person.verifiable() && standing.verifyingMayHelp();
    }

    /**
     * What creates an organization.
     *
     * @return the form; null where the person may create none
     */
    public @Nullable CreationForm getCreation() {
        return CreationForm.of(standing, typed, person.colleaguesDomain());
    }

    /**
     * How many organizations one person may create.
     *
     * @return the number where it alone is why there is no form; null otherwise
     */
    public @Nullable Integer getCreationLimit() {
        return person.creationLimit();
    }

    /**
     * Whether the person may go on without an organization.
     *
     * @return whether to show the button
     */
    public boolean isSkippable() {
        return person.skippable();
    }
}
