package io.github.orgswitcher.membership;

import static java.util.stream.Collectors.toSet;

import io.github.orgswitcher.authority.AddressReach;
import io.github.orgswitcher.decision.Candidates;
import io.github.orgswitcher.decision.Invitation;
import io.github.orgswitcher.decision.OrganizationRef;
import io.github.orgswitcher.decision.ProvenDomains;
import io.github.orgswitcher.decision.Reach;
import io.github.orgswitcher.decision.SignInKind;
import io.github.orgswitcher.decision.Standing;
import io.github.orgswitcher.decision.Standing.Choice;
import io.github.orgswitcher.domain.DomainPattern;
import io.github.orgswitcher.domain.DomainRules;
import io.github.orgswitcher.domain.EmailAddress;
import io.github.orgswitcher.domain.EmailDomain;
import io.github.orgswitcher.metrics.SwitcherMetrics;
import io.github.orgswitcher.platform.RealmNames;
import io.github.orgswitcher.settings.CreationSettings;
import io.github.orgswitcher.settings.SwitcherConfig;
import io.github.orgswitcher.store.Matching;
import io.github.orgswitcher.store.Matchings;
import io.github.orgswitcher.store.RealmStore;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;

/** Gathers how a person stands to the realm's organizations: Keycloak's memberships and one query of the store. */
public final class StandingReader {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final CreationSettings creation;
    private final DomainRules rules;
    private final ProvenDomains provenDomains;
    private final Map<String, Reach> reaches = new HashMap<>();

    /**
     * A reader for the realm of the session's context.
     *
     * @param session the Keycloak session
     */
    public StandingReader(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        SwitcherConfig config = SwitcherConfig.of(session, realm);
        this.creation = config.creation();
        this.rules = config.domainRules();
        this.provenDomains = config.provenDomains();
    }

    /**
     * Reads.
     *
     * @param user the person
     * @param kind how the person signed in; null where every kind counts
     * @param choice what the person has chosen in this session; null where nothing was
     * @return how the person stands at this moment
     */
    public Standing read(UserModel user, @Nullable SignInKind kind, @Nullable Choice choice) {
        List<OrganizationRef> memberships = session.getProvider(OrganizationProvider.class)
                .getByMember(user)
                .filter(OrganizationModel::isEnabled)
                .map(organization ->
                        new OrganizationRef(organization.getId(), organization.getAlias(), organization.getName()))
                .sorted(Standing.BY_NAME)
                .toList();
        EmailDomain domain = openingDomain(user).orElse(null);
        List<String> patterns = domain == null ? List.of() : DomainPattern.matching(domain);
        Matchings matchings = RealmStore.of(session, realm).matchings();
        Matching matching = SwitcherMetrics.timed(() -> matchings.of(user.getId(), domain));
        Reach reach = new AddressReach(session, realm).of(user, matching.person());
        reaches.put(user.getId(), reach);
        boolean admissible = Admissible.is(session, user);
        Set<String> memberOf = memberships.stream().map(OrganizationRef::id).collect(toSet());
        return new Standing(
                memberships,
                new Candidates(patterns, memberOf, admissible, isProven(user, reach), reach, provenDomains, kind)
                        .of(matching.matches()),
                choice,
                admissible,
                admissible && matching.created() < creation.maxPerUser() && isCreator(user),
                matching.person().skipped(),
                admissible && isProven(user, reach) ? invitations(user, reach) : List.of());
    }

    /** Whom an organization wants may have an address on any domain; what counts is that the address is the person's. */
    private List<Invitation> invitations(UserModel user, Reach reach) {
        return EmailAddress.onRecord(user.getEmail())
                .map(address -> RealmStore.of(session, realm)
                        .invitations()
                        .to(user.getId(), address, Instant.ofEpochMilli(Time.currentTimeMillis())))
                .orElse(List.of())
                .stream()
                .filter(invitation -> reach.covers(invitation.organization().id()))
                .toList();
    }

    /**
     * Whether a person belongs to an organization that is enabled.
     *
     * @param user the person
     * @param orgId the organization
     * @return whether the person does, at this moment
     */
    public boolean isMember(UserModel user, String orgId) {
        return session.getProvider(OrganizationProvider.class)
                .getByMember(user)
                .filter(OrganizationModel::isEnabled)
                .anyMatch(organization -> organization.getId().equals(orgId));
    }

    /**
     * The domain that colleagues of this person would join over.
     *
     * @param user the person
     * @return the domain of the verified email address, where the realm's rules let it open organizations and
     *     the proof reaches one that is not there yet
     */
    public Optional<EmailDomain> colleaguesDomain(UserModel user) {
        return user.isEmailVerified() && reach(user).everywhere() ? openingDomain(user) : Optional.empty();
    }

    private Reach reach(UserModel user) {
        return reaches.computeIfAbsent(user.getId(), id -> new AddressReach(session, realm)
                .of(user, RealmStore.of(session, realm).people().find(id)));
    }

    /**
     * Whether somebody's word counts for the person's address.
     *
     * @param user the person
     * @return whether it does
     */
    public boolean isProven(UserModel user) {
        return isProven(user, reach(user));
    }

    /** Whether somebody's word counts for the address. Keycloak's mark may have come with another one. */
    private static boolean isProven(UserModel user, Reach reach) {
        return user.isEmailVerified() && !reach.nowhere();
    }

    /**
     * Whether the person can verify the email address on the way.
     *
     * @param user the person
     * @return whether it is not proven, can be, and the realm's action for it is on
     */
    public boolean verifiable(UserModel user) {
        RequiredActionProviderModel action =
                realm.getRequiredActionProviderByAlias(UserModel.RequiredAction.VERIFY_EMAIL.name());
        return action != null
                && action.isEnabled()
                && !isProven(user, reach(user))
                && EmailAddress.onRecord(user.getEmail()).isPresent();
    }

    private Optional<EmailDomain> openingDomain(UserModel user) {
        return EmailAddress.onRecord(user.getEmail()).map(EmailAddress::domain).filter(rules::opens);
    }

    /**
     * Whether the realm lets this person create organizations at all, however many there are already.
     *
     * @param user the person
     * @return whether the setting allows it
     */
    boolean isCreator(UserModel user) {
        return switch (creation.creation()) {
            case OFF -> false;
            case ANYONE -> true;
            case ROLE -> hasRole(user, creation.role());
        };
    }

    private boolean hasRole(UserModel user, @Nullable String name) {
        return Optional.ofNullable(name)
                .flatMap(new RealmNames(session, realm)::role)
                .filter(user::hasRole)
                .isPresent();
    }
}
