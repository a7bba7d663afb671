package io.github.orgswitcher.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.orgswitcher.account.Overview.Membership;
import io.github.orgswitcher.decision.Denial;
import io.github.orgswitcher.decision.Invitation;
import io.github.orgswitcher.decision.Offer;
import io.github.orgswitcher.decision.OrganizationRef;
import io.github.orgswitcher.store.Enrollment;
import io.github.orgswitcher.store.EnrollmentMethod;
import io.github.orgswitcher.store.MadeRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person's organizations in JSON.
 *
 * @param active the organization that the application works in; absent for none
 * @param memberships the person's organizations that are enabled
 * @param onlyDisabled whether the person belongs to disabled organizations alone
 * @param offers what the person may join, or ask to
 * @param invitations what the person can accept
 * @param requests what the person has asked and nobody has decided
 * @param denials what the person has asked and may not ask now, because it was turned down
 * @param mayCreate whether the person may create an organization
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OwnOrganizationsRepresentation(
        @Nullable OrganizationRef active,
        List<OwnMembership> memberships,
        boolean onlyDisabled,
        List<OwnOffer> offers,
        List<OwnInvitation> invitations,
        List<OwnRequest> requests,
        List<OwnDenial> denials,
        boolean mayCreate) {

    /**
     * One of the person's organizations.
     *
     * @param id its id
     * @param alias its alias
     * @param name its name
     * @param method how the person has joined; absent where that is not on record
     * @param domain the allowed domain that opened it; absent where none did
     * @param since when the person has joined, in milliseconds since 1970; absent where that is not on record
     * @param manages whether the person manages it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OwnMembership(
            String id,
            String alias,
            String name,
            @Nullable EnrollmentMethod method,
            @Nullable String domain,
            @Nullable Long since,
            boolean manages) {

        static OwnMembership of(Membership membership) {
            OrganizationRef organization = membership.organization();
            Enrollment joined = membership.joined();
            return new OwnMembership(
                    organization.id(),
                    organization.alias(),
                    organization.name(),
                    joined == null ? null : joined.method(),
                    joined == null ? null : joined.domain(),
                    joined == null ? null : joined.updatedAt().toEpochMilli(),
                    membership.managed());
        }
    }

    /**
     * What the person may join, or ask to.
     *
     * @param id the organization's id
     * @param alias its alias
     * @param name its name
     * @param domain the allowed domain that matches
     * @param action what the person may do
     */
    public record OwnOffer(String id, String alias, String name, String domain, Offer.Action action) {

        static OwnOffer of(Offer offer) {
            return new OwnOffer(offer.orgId(), offer.alias(), offer.name(), offer.domain(), offer.action());
        }
    }

    /**
     * What the person can accept.
     *
     * @param id the invitation's id
     * @param organization the organization that invites
     * @param expiresAt until when, in milliseconds since 1970
     */
    public record OwnInvitation(String id, OrganizationRef organization, long expiresAt) {

        static OwnInvitation of(Invitation invitation) {
            return new OwnInvitation(
                    invitation.id(),
                    invitation.organization(),
                    invitation.expiresAt().toEpochMilli());
        }
    }

    /**
     * What the person has asked and nobody has decided.
     *
     * @param id the organization's id
     * @param alias its alias
     * @param name its name
     * @param domain the allowed domain that matched; absent where none did
     * @param since when the person has asked, in milliseconds since 1970
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OwnRequest(
            String id, String alias, String name, @Nullable String domain, long since) {

        static OwnRequest of(MadeRequest request) {
            OrganizationRef organization = request.organization();
            return new OwnRequest(
                    organization.id(),
                    organization.alias(),
                    organization.name(),
                    request.domain(),
                    request.since().toEpochMilli());
        }
    }

    /**
     * What the person has asked and may not ask now.
     *
     * @param id the organization's id
     * @param alias its alias
     * @param name its name
     * @param deniedAt when it was turned down, in milliseconds since 1970
     * @param askAgainAt from when on the person may ask again, in milliseconds since 1970; absent for not before the denial is
     *     taken back
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OwnDenial(
            String id,
            String alias,
            String name,
            long deniedAt,
            @Nullable Long askAgainAt) {

        static OwnDenial of(Denial denial) {
            OrganizationRef organization = denial.organization();
            return new OwnDenial(
                    organization.id(),
                    organization.alias(),
                    organization.name(),
                    denial.at().toEpochMilli(),
                    denial.askAgainAt() == null ? null : denial.askAgainAt().toEpochMilli());
        }
    }

    static OwnOrganizationsRepresentation of(Overview overview) {
        return new OwnOrganizationsRepresentation(
                overview.active().orElse(null),
                overview.memberships().stream().map(OwnMembership::of).toList(),
                overview.lists().standing().onlyDisabled(),
                overview.offers().stream().map(OwnOffer::of).toList(),
                overview.invitations().stream().map(OwnInvitation::of).toList(),
                overview.requests().open().stream().map(OwnRequest::of).toList(),
                overview.requests().standing().stream().map(OwnDenial::of).toList(),
                overview.mayCreate());
    }
}
