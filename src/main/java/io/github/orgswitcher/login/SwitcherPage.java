package io.github.orgswitcher.login;

import io.github.orgswitcher.decision.OrganizationRef;
import io.github.orgswitcher.decision.Standing;
import io.github.orgswitcher.decision.Standing.Offer;
import io.github.orgswitcher.membership.OrganizationName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What {@code org-switcher.ftl} shows. Public, with getters, because FreeMarker reads it. */
public final class SwitcherPage {

    /** From this many memberships on the page has a search field. */
    static final int SEARCHABLE_FROM = 10;

    private final Person person;
    private final Standing standing;
    private final SwitcherForm form;
    private final @Nullable String askedFor;
    private final Locale locale;

    /**
     * What the page needs to know of the person beside the standing.
     *
     * @param account the email address, or else the username
     * @param colleaguesDomain domain that colleagues would join over; null where they could not
     * @param verifiable whether the person can verify the email address here
     * @param skippable whether the person may go on without an organization
     */
    record Person(String account, @Nullable String colleaguesDomain, boolean verifiable, boolean skippable) {}

    SwitcherPage(Person person, Standing standing, SwitcherForm form, Optional<String> askedFor, Locale locale) {
        this.person = person;
        this.standing = standing;
        this.form = form;
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
     * The organization that the application asked for and that cannot be had here.
     *
     * @return the request's own text; null where there is none
     */
    public @Nullable String getAskedFor() {
        return askedFor;
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
     * The invitations to answer.
     *
     * @return the tiles
     */
    public List<InvitationTile> getInvitations() {
        return standing.acceptable().stream()
                .map(invitation -> new InvitationTile(invitation, locale))
                .toList();
    }

    /** Who is invited need neither be offered the same organization nor wait for it. */
    private boolean isInvited(String orgId) {
        return standing.acceptable().stream()
                .anyMatch(invitation -> invitation.organization().id().equals(orgId));
    }

    /**
     * The organizations to go on with, those that match the search.
     *
     * @return the tiles
     */
    public List<OrganizationTile> getMemberships() {
        String search = form.search().toLowerCase(Locale.ROOT);
        String active = standing.active().map(OrganizationRef::id).orElse(null);
        return standing.memberships().stream()
                .filter(membership -> membership.name().toLowerCase(Locale.ROOT).contains(search)
                        || membership.alias().toLowerCase(Locale.ROOT).contains(search))
                .map(membership -> new OrganizationTile(
                        membership.id(),
                        membership.alias(),
                        membership.name(),
                        "",
                        false,
                        membership.id().equals(active)))
                .toList();
    }

    /**
     * How many organizations the person belongs to.
     *
     * @return the number before any search
     */
    public int getMembershipCount() {
        return standing.memberships().size();
    }

    /**
     * Whether there is a search field.
     *
     * @return whether the person belongs to many organizations
     */
    public boolean isSearchable() {
        return getMembershipCount() >= SEARCHABLE_FROM;
    }

    /**
     * The text searched for.
     *
     * @return the text, or empty
     */
    public String getSearch() {
        return form.search();
    }

    /**
     * The organizations to join, or to ask.
     *
     * @return the tiles
     */
    public List<OrganizationTile> getOffers() {
        return standing.offers().stream()
                .filter(offer -> !isInvited(offer.orgId()))
                .map(offer -> new OrganizationTile(
                        offer.orgId(),
                        offer.alias(),
                        offer.name(),
                        offer.domain(),
                        offer.action() == Offer.Action.REQUEST,
                        false))
                .toList();
    }

    /**
     * The organizations that the person has asked to join.
     *
     * @return the tiles
     */
    public List<OrganizationTile> getRequests() {
        return standing.requests().stream()
                .filter(asked -> !isInvited(asked.orgId()))
                .map(asked ->
                        new OrganizationTile(asked.orgId(), asked.alias(), asked.name(), asked.domain(), true, false))
                .toList();
    }

    /**
     * Whether verifying the email address here would show more.
     *
     * @return whether to say so
     */
    public boolean isVerifiable() {
        return person.verifiable() && standing.offersHidden();
    }

    /**
     * Whether the person may create an organization.
     *
     * @return whether to show the form
     */
    public boolean isCreation() {
        return standing.mayCreate();
    }

    /**
     * The new organization's name as typed.
     *
     * @return the text, or empty
     */
    public String getName() {
        return form.name();
    }

    /**
     * The longest name that is accepted.
     *
     * @return the number of characters
     */
    public int getNameMaxLength() {
        return OrganizationName.MAX_LENGTH;
    }

    /**
     * The domain that colleagues could join the new organization over.
     *
     * @return the domain; null where they could not
     */
    public @Nullable String getColleaguesDomain() {
        return person.colleaguesDomain();
    }

    /**
     * Whether the box that lets colleagues join is ticked.
     *
     * @return whether it is
     */
    public boolean isAllowColleagues() {
        return form.allowColleagues();
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
