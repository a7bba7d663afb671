package io.github.orgswitcher.login;

import io.github.orgswitcher.decision.Candidate;
import io.github.orgswitcher.decision.Invitation;
import io.github.orgswitcher.decision.Offer;
import io.github.orgswitcher.decision.OrganizationRef;
import io.github.orgswitcher.membership.PageLists;
import io.github.orgswitcher.settings.SwitcherConfig;
import io.github.orgswitcher.store.RealmStore;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Makes the page's rows, of what is read once for all of them. Details are told of what is on offer alone, and so only to people
 * with a proven address on the organization's domain.
 */
final class Tiles {

    private final Logos logos;
    private final Map<String, Long> members;
    private final Locale locale;

    private Tiles(Logos logos, Map<String, Long> members, Locale locale) {
        this.logos = logos;
        this.members = members;
        this.locale = locale;
    }

    /** Reads what is to be told of the organizations on a page, in two statements at most. */
    static Tiles read(KeycloakSession session, PageLists lists, Locale locale) {
        RealmModel realm = session.getContext().getRealm();
        List<String> offered = lists.open().rows().stream().map(Offer::orgId).toList();
        return new Tiles(
                Logos.read(session, shown(lists, offered)),
                SwitcherConfig.of(session, realm).page().showDetails()
                        ? RealmStore.of(session, realm).profiles().members(offered)
                        : Map.of(),
                locale);
    }

    private static Set<String> shown(PageLists lists, List<String> offered) {
        return Stream.of(
                        offered.stream(),
                        lists.memberships().rows().stream().map(OrganizationRef::id),
                        lists.requests().stream().map(Candidate::orgId),
                        lists.standing().acceptable().stream()
                                .map(invitation -> invitation.organization().id()))
                .flatMap(ids -> ids)
                .collect(Collectors.toSet());
    }

    OrganizationTile membership(OrganizationRef membership, boolean active) {
        return new OrganizationTile(membership, logos.of(membership.id()), "", false, active, RowDetails.brief(false));
    }

    OrganizationTile offer(Offer offer) {
        return new OrganizationTile(
                offer.organization(),
                logos.of(offer.orgId()),
                offer.domain(),
                offer.action() == Offer.Action.REQUEST,
                false,
                details(offer));
    }

    OrganizationTile request(Candidate asked) {
        return new OrganizationTile(
                asked.organization(),
                logos.of(asked.orgId()),
                asked.domain(),
                true,
                false,
                RowDetails.brief(asked.proven()));
    }

    InvitationTile invitation(Invitation invitation) {
        return new InvitationTile(invitation, logos.tile(invitation.organization()), locale);
    }

    private RowDetails details(Offer offer) {
        return Optional.ofNullable(members.get(offer.orgId()))
                .map(counted -> RowDetails.full(offer.proven(), offer.maker(), counted, locale))
                .orElseGet(() -> RowDetails.brief(offer.proven()));
    }
}
