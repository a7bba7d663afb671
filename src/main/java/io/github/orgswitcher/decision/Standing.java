package io.github.orgswitcher.decision;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a person stands to the realm's organizations at this moment.
 *
 * @param memberships the enabled organizations the person belongs to
 * @param offers the organizations that a verified email address opens; empty while it is not verified
 * @param offersHidden whether verifying the email address would bring offers
 * @param choice what the person has chosen in this session; null where nothing was
 * @param mayCreate whether the person may create an organization now
 * @param skipped whether the person once chose to go on without an organization
 */
public record Standing(
        List<Membership> memberships,
        List<Offer> offers,
        boolean offersHidden,
        @Nullable Choice choice,
        boolean mayCreate,
        boolean skipped) {

    /**
     * An organization the person belongs to.
     *
     * @param orgId its id
     * @param alias its alias
     * @param name its name
     */
    public record Membership(String orgId, String alias, String name) {}

    /**
     * An organization that the person may join now.
     *
     * @param orgId its id
     * @param alias its alias
     * @param name its name
     * @param domain the allowed domain that matched
     * @param dismissed whether the person saw it before and chose something else, or left it
     */
    public record Offer(String orgId, String alias, String name, String domain, boolean dismissed) {}

    /**
     * What was chosen in this session.
     *
     * @param orgId the organization; null for none
     */
    public record Choice(@Nullable String orgId) {}

    /** Copies the lists. */
    public Standing {
        memberships = List.copyOf(memberships);
        offers = List.copyOf(offers);
    }

    /**
     * A membership by the organization's id.
     *
     * @param orgId the id, from anywhere
     * @return the membership, if the person has it
     */
    public Optional<Membership> membership(@Nullable String orgId) {
        return memberships.stream()
                .filter(membership -> membership.orgId().equals(orgId))
                .findFirst();
    }

    /**
     * An offer by the organization's id.
     *
     * @param orgId the id, from anywhere
     * @return the offer, if it stands
     */
    public Optional<Offer> offer(@Nullable String orgId) {
        return offers.stream().filter(offer -> offer.orgId().equals(orgId)).findFirst();
    }

    /**
     * The organization this session works in, as long as the person belongs to it.
     *
     * @return the membership, if there is one
     */
    public Optional<Membership> active() {
        return choice == null ? Optional.empty() : membership(choice.orgId());
    }

    /**
     * Whether the person has chosen in this session; a choice that no longer holds does not count.
     *
     * @return whether there is nothing to ask again
     */
    public boolean answered() {
        return choice != null && (choice.orgId() == null || active().isPresent());
    }
}
