package io.github.orgswitcher.account;

import io.github.orgswitcher.decision.Denial;
import io.github.orgswitcher.decision.Invitation;
import io.github.orgswitcher.decision.Offer;
import io.github.orgswitcher.decision.OrganizationRef;
import io.github.orgswitcher.membership.MadeRequests;
import io.github.orgswitcher.membership.PageLists;
import io.github.orgswitcher.store.Enrollment;
import io.github.orgswitcher.store.MadeRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a signed-in person and the realm's organizations stand, with a page of each of the long lists.
 *
 * @param lists the pages, and the standing
 * @param joined how the person has joined those of the memberships of which that is on record, by the organization's id
 * @param managed ids of those of the memberships whose organizations the person manages
 * @param requests what the person has asked for and has not got
 */
record Overview(PageLists lists, Map<String, Enrollment> joined, Set<String> managed, MadeRequests requests) {

    /**
     * One of the person's organizations.
     *
     * @param organization the organization
     * @param joined how the person has joined; null where that is not on record
     * @param managed whether the person manages it
     */
    record Membership(
            OrganizationRef organization, @Nullable Enrollment joined, boolean managed) {}

    /** The organization that the person works in. */
    Optional<OrganizationRef> active() {
        return lists.standing().active();
    }

    /** A page of the person's organizations. */
    List<Membership> memberships() {
        return lists.memberships().rows().stream()
                .map(membership ->
                        new Membership(membership, joined.get(membership.id()), managed.contains(membership.id())))
                .toList();
    }

    /** A page of what the person may join, or ask to; shorter by those that invite the person. */
    List<Offer> offers() {
        return lists.open().rows();
    }

    /** What the person can accept. */
    List<Invitation> invitations() {
        return lists.standing().acceptable();
    }

    /** Ids of all organizations that a page of it names. */
    Set<String> shown() {
        return Stream.of(
                        lists.memberships().rows().stream(),
                        offers().stream().map(Offer::organization),
                        invitations().stream().map(Invitation::organization),
                        requests.open().stream().map(MadeRequest::organization),
                        requests.standing().stream().map(Denial::organization))
                .flatMap(organizations -> organizations)
                .map(OrganizationRef::id)
                .collect(Collectors.toSet());
    }

    /** Whether the person may create an organization. */
    boolean mayCreate() {
        return lists.standing().mayCreate();
    }
}
