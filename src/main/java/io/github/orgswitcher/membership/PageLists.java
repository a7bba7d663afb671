package io.github.orgswitcher.membership;

import io.github.orgswitcher.decision.Candidate;
import io.github.orgswitcher.decision.Offer;
import io.github.orgswitcher.decision.OrganizationRef;
import io.github.orgswitcher.decision.Standing;
import io.github.orgswitcher.store.Found;
import io.github.orgswitcher.store.Paging;
import io.github.orgswitcher.store.SearchWord;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is shown of how a person stands to organizations: a page of each of two lists, whatever their length.
 *
 * @param standing what was decided on
 * @param memberships the organizations that the person belongs to, the last used first
 * @param offers the organizations that the person may join, or ask, those that administrators made before those that people made
 */
public record PageLists(Standing standing, Found<OrganizationRef> memberships, Found<Candidate> offers) {

    /** Most rows of a list on a page that people see. */
    public static final int MOST = 20;

    /** From this many organizations on, such a page has a search field. */
    private static final int SEARCHABLE_FROM = 10;

    /** More characters are in no name. */
    public static final int LONGEST_SEARCH = 255;

    /**
     * The beginnings of the lists, as far as a search finds it.
     *
     * @param typed what somebody typed to find organizations by their names, of any length; empty for all
     * @return what is to be read
     */
    public static Paging beginning(String typed) {
        String search = typed.substring(0, Math.min(typed.length(), LONGEST_SEARCH));
        return new Paging(SearchWord.of(search), 0, MOST);
    }

    /**
     * The offers to show. Who is invited need not be offered the same organization.
     *
     * @return what the person may join, or ask to
     */
    public Found<Offer> open() {
        List<Offer> open = offers.rows().stream()
                .filter(offer -> !standing.isInvited(offer.orgId()))
                .map(Candidate::offer)
                .toList();
        int inviting = offers.rows().size() - open.size();
        return new Found<>(open, offers.found() - inviting, offers.total() - inviting);
    }

    /**
     * The requests to show.
     *
     * @return those that nobody has decided, of organizations that do not invite
     */
    public List<Candidate> requests() {
        return standing.requests().stream()
                .filter(asked -> !standing.isInvited(asked.orgId()))
                .limit(MOST)
                .toList();
    }

    /**
     * The lists once memberships that ask no question are made, which nobody can read yet.
     *
     * @param after how the person stands then
     * @return the lists of a person who stands so
     */
    public PageLists joined(Standing after) {
        Set<String> joined = standing.automatic().orgIds().stream()
                .filter(orgId -> after.membership(orgId).isPresent())
                .collect(Collectors.toSet());
        return new PageLists(
                after,
                memberships.map(rows -> Stream.concat(
                                rows.stream(),
                                after.memberships().stream().filter(membership -> joined.contains(membership.id())))
                        .limit(MOST)
                        .toList()),
                after.offers().isEmpty()
                        ? Found.none()
                        : offers.map(rows -> rows.stream()
                                .filter(offer -> !joined.contains(offer.orgId()))
                                .toList()));
    }

    /**
     * Whether a page that people see has a search field.
     *
     * @return whether there are many organizations, to go on with or to join
     */
    public boolean isSearchable() {
        return total() >= SEARCHABLE_FROM;
    }

    /**
     * How many organizations a search finds.
     *
     * @return how many, shown or not
     */
    public long found() {
        return memberships.found() + open().found();
    }

    /**
     * How many organizations there are to search.
     *
     * @return how many, found or not
     */
    public long total() {
        return memberships.total() + open().total();
    }
}
