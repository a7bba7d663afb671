package io.github.orgswitcher.admin;

import io.github.orgswitcher.admin.PreviewRepresentation.Invited;
import io.github.orgswitcher.admin.PreviewRepresentation.Offered;
import io.github.orgswitcher.admin.PreviewRepresentation.Page;
import io.github.orgswitcher.decision.Candidate;
import io.github.orgswitcher.decision.Denial;
import io.github.orgswitcher.decision.Invitation;
import io.github.orgswitcher.decision.Offer;
import io.github.orgswitcher.decision.Standing;
import io.github.orgswitcher.login.ForeseenPage;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/**
 * Tells an administrator what the page of a login would show, as far as they may know of its organizations.
 *
 * @param viewed the organizations that the administrator may view
 * @param page the page
 */
record PreviewedPage(ViewedOrganizations viewed, ForeseenPage page) {

    /**
     * Tells it.
     *
     * @param session a Keycloak session with the realm in its context
     * @param question what is asked for
     */
    Page told(KeycloakSession session, PreviewQuestion question) {
        Standing standing = page.lists().standing();
        return new Page(
                viewed.among(page.lists().memberships().rows()),
                viewed.among(
                                page.lists().offers().rows().stream()
                                        .map(Candidate::offer)
                                        .toList(),
                                Offer::organization)
                        .map(PreviewedPage::offered)
                        .toList(),
                viewed.among(standing.acceptable(), Invitation::organization)
                        .map(PreviewedPage::invited)
                        .toList(),
                viewed.among(standing.requests().stream()
                        .map(Candidate::organization)
                        .toList()),
                viewed.among(page.denials().stream().map(Denial::organization).toList()),
                page.ownAddress().isVerifiable(page.user()) && standing.verifyingMayHelp(),
                standing.mayCreate(),
                page.skippable(),
                drawn(session, question));
    }

    /** It names whatever the person would see. */
    private @Nullable String drawn(KeycloakSession session, PreviewQuestion question) {
        return question.drawn() && viewed.areAll()
                ? page.draw(session, question.client()).orElse(null)
                : null;
    }

    private static Offered offered(Offer offer) {
        return new Offered(
                offer.orgId(), offer.alias(), offer.name(), offer.domain(), offer.action(), offer.dismissed());
    }

    private static Invited invited(Invitation invitation) {
        return new Invited(
                invitation.id(),
                invitation.organization(),
                invitation.expiresAt().toEpochMilli(),
                invitation.dismissed());
    }
}
