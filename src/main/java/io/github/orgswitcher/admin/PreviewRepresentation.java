package io.github.orgswitcher.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.orgswitcher.decision.JoinMode;
import io.github.orgswitcher.decision.Offer;
import io.github.orgswitcher.decision.OrganizationRef;
import io.github.orgswitcher.decision.Ruling;
import io.github.orgswitcher.decision.SignInKind;
import io.github.orgswitcher.decision.Verdict;
import io.github.orgswitcher.domain.Refusal;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a person would get at the next login, as JSON. Of the organizations it names only those that the administrator may
 * view.
 *
 * @param email the email address asked for
 * @param domain its domain, in A-labels
 * @param domainRefusal why no address on this domain opens anything; null where it may
 * @param signInKind the kind of sign-in asked for
 * @param user the person, where there is one with this address whom the administrator may view; otherwise the preview is
 *     that of somebody new with this address, verified
 * @param outcome what the login does
 * @param organization the organization the login goes on with; null for none
 * @param page what the page shows; null where there is no page
 * @param candidates the organizations that allow the domain, each with what it is to the person
 * @param joinedByKeycloak the organizations that Keycloak itself puts people of the domain into, at their first login by an
 *     identity provider
 * @param noAccount why somebody new with this address gets no account by sign-in by email, as a sentence; null where they do, and
 *     where that is not asked
 * @param providerDoubt that the identity provider asked for does not vouch for the address; null where it does, or none was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PreviewRepresentation(
        String email,
        String domain,
        @Nullable DomainRefusal domainRefusal,
        SignInKind signInKind,
        @Nullable Person user,
        Outcome outcome,
        @Nullable OrganizationRef organization,
        @Nullable Page page,
        List<Judged> candidates,
        List<JoinedByKeycloak> joinedByKeycloak,
        @Nullable String noAccount,
        @Nullable ProviderDoubt providerDoubt) {

    /** What a login does. */
    @Schema(name = "PreviewOutcome")
    public enum Outcome {
        /** The switcher leaves it alone. */
        NOT_INTERCEPTED,
        /** It goes on with no page. */
        PROCEED,
        /** It shows the page. */
        PAGE,
        /** A choice is due where the application allows no page: it gets the error {@code interaction_required}. */
        INTERACTION_REQUIRED
    }

    /**
     * Why a domain opens nothing.
     *
     * @param reason the reason
     * @param message the reason, as a sentence
     */
    public record DomainRefusal(Refusal reason, String message) {}

    /**
     * An identity provider whose word on the address does not count.
     *
     * @param identityProvider its alias
     * @param message the same, as a sentence
     */
    public record ProviderDoubt(String identityProvider, String message) {}

    /**
     * A user.
     *
     * @param id the id; null for somebody whom a directory knows, and who is imported at the first login
     * @param username the username
     * @param emailVerified whether the email address is verified
     * @param enabled whether the user can sign in at all
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "PreviewPerson")
    public record Person(@Nullable String id, String username, boolean emailVerified, boolean enabled) {}

    /**
     * The page.
     *
     * @param memberships the organizations to go on with
     * @param offers the organizations to join, or to ask
     * @param invitations the invitations to answer
     * @param requests the organizations that were asked and have not decided
     * @param denials the organizations that have turned the person down, which the page tells once
     * @param verifyEmail whether it offers to verify the email address
     * @param mayCreate whether it offers to create an organization
     * @param maySkip whether one can go on without an organization
     * @param html the same as the realm's login theme draws it, where that was asked for, by who may view all organizations
     */
    @Schema(name = "PreviewPage")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(
            List<OrganizationRef> memberships,
            List<Offered> offers,
            List<Invited> invitations,
            List<OrganizationRef> requests,
            List<OrganizationRef> denials,
            boolean verifyEmail,
            boolean mayCreate,
            boolean maySkip,
            @Nullable String html) {}

    /**
     * An offer on the page.
     *
     * @param id the organization's id
     * @param alias its alias
     * @param name its name
     * @param domain the allowed domain that matched
     * @param action what the person may do
     * @param dismissed whether the person saw it before, so that it no longer makes the page appear
     */
    @Schema(name = "PreviewOffer")
    public record Offered(
            String id, String alias, String name, String domain, Offer.Action action, boolean dismissed) {}

    /**
     * An invitation on the page.
     *
     * @param id its id
     * @param organization the organization that invites
     * @param expiresAt until when it can be accepted, in milliseconds since 1970
     * @param dismissed whether the person saw it before, so that it no longer makes the page appear
     */
    @Schema(name = "PreviewInvitation")
    public record Invited(String id, OrganizationRef organization, long expiresAt, boolean dismissed) {}

    /** Whose join mode holds. */
    public enum JoinModeOf {
        /** The allowed domain has one of its own. */
        DOMAIN,
        /** The organization's policy. */
        ORGANIZATION;

        static JoinModeOf of(Ruling ruling) {
            return ruling.byDomain() ? DOMAIN : ORGANIZATION;
        }
    }

    /**
     * An organization that allows the domain.
     *
     * @param organization the organization
     * @param domain the allowed domain that matched, and decides where several do
     * @param joinMode what a match gives
     * @param joinModeOf whether the domain says so, or the organization
     * @param verdict what it is to the person
     * @param askAgainAt from when on the person, who was turned down, may ask again, in milliseconds since 1970; absent where
     *     the person was not, and where the denial has to be taken back first
     * @param message the same, as a sentence
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "PreviewCandidate")
    public record Judged(
            OrganizationRef organization,
            String domain,
            JoinMode joinMode,
            JoinModeOf joinModeOf,
            Verdict verdict,
            @Nullable Long askAgainAt,
            String message) {}

    /**
     * A door of Keycloak's own.
     *
     * @param organization the organization
     * @param identityProvider the alias of the identity provider
     * @param everybody whether it is open to everybody who comes by the provider, and not to the domain alone
     * @param message the same, as a sentence
     */
    public record JoinedByKeycloak(
            OrganizationRef organization, String identityProvider, boolean everybody, String message) {}

    /** The same, without an id that is nobody's. */
    PreviewRepresentation keepingId(Predicate<String> isKept) {
        if (user == null || user.id() == null || isKept.test(user.id())) {
            return this;
        }
        Person known = new Person(null, user.username(), user.emailVerified(), user.enabled());
        return new PreviewRepresentation(
                email,
                domain,
                domainRefusal,
                signInKind,
                known,
                outcome,
                organization,
                page,
                candidates,
                joinedByKeycloak,
                noAccount,
                providerDoubt);
    }
}
