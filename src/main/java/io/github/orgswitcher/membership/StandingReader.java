package io.github.orgswitcher.membership;

import io.github.orgswitcher.decision.Standing;
import io.github.orgswitcher.decision.Standing.Choice;
import io.github.orgswitcher.decision.Standing.Membership;
import io.github.orgswitcher.decision.Standing.Offer;
import io.github.orgswitcher.domain.DomainPattern;
import io.github.orgswitcher.domain.DomainRules;
import io.github.orgswitcher.domain.EmailDomain;
import io.github.orgswitcher.metrics.SwitcherMetrics;
import io.github.orgswitcher.settings.CreationSettings;
import io.github.orgswitcher.settings.SwitcherConfig;
import io.github.orgswitcher.store.Match;
import io.github.orgswitcher.store.OrgSwitcherStore;
import io.github.orgswitcher.store.PersonRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.organization.OrganizationProvider;

/** Gathers how a person stands to the realm's organizations: Keycloak's memberships and one query of the store. */
public final class StandingReader {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final CreationSettings creation;
    private final DomainRules rules;

    /**
     * A reader for the realm of the session's context.
     *
     * @param session the Keycloak session
     */
    public StandingReader(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        SwitcherConfig config = SwitcherConfig.of(realm);
        this.creation = config.creation();
        this.rules = config.domainRules();
    }

    /**
     * Reads.
     *
     * @param user the person
     * @param choice what the person has chosen in this session; null where nothing was
     * @return how the person stands at this moment
     */
    public Standing read(UserModel user, @Nullable Choice choice) {
        List<Membership> memberships = session.getProvider(OrganizationProvider.class)
                .getByMember(user)
                .filter(OrganizationModel::isEnabled)
                .map(organization ->
                        new Membership(organization.getId(), organization.getAlias(), organization.getName()))
                .sorted(Comparator.comparing(Membership::name, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(Membership::orgId))
                .toList();
        List<String> candidates =
                openingDomain(user).map(DomainPattern::candidates).orElse(List.of());
        OrgSwitcherStore store = session.getProvider(OrgSwitcherStore.class);
        PersonRecord record = SwitcherMetrics.timed(() -> store.person(realm.getId(), user.getId(), candidates));
        List<Offer> offers = offers(record.matches(), memberships, candidates);
        boolean verified = user.isEmailVerified();
        return new Standing(
                memberships,
                verified ? offers : List.of(),
                !verified && !offers.isEmpty(),
                choice,
                record.created() < creation.maxPerUser() && isCreator(user),
                record.skipped());
    }

    /**
     * The domain that colleagues of this person would join over.
     *
     * @param user the person
     * @return the domain of the verified email address, where the realm's rules let it open organizations
     */
    public Optional<EmailDomain> colleaguesDomain(UserModel user) {
        return user.isEmailVerified() ? openingDomain(user) : Optional.empty();
    }

    private Optional<EmailDomain> openingDomain(UserModel user) {
        return EmailDomain.of(user.getEmail()).filter(rules::opens);
    }

    /** One offer for each organization, over the most specific of its domains that match. */
    private static List<Offer> offers(List<Match> matches, List<Membership> memberships, List<String> candidates) {
        Set<String> joined = memberships.stream().map(Membership::orgId).collect(Collectors.toSet());
        List<Match> bySpecificity = new ArrayList<>(matches);
        bySpecificity.sort(Comparator.comparingInt(match -> candidates.indexOf(match.domain())));
        Map<String, Offer> offers = new LinkedHashMap<>();
        for (Match match : bySpecificity) {
            if (!joined.contains(match.orgId())) {
                offers.putIfAbsent(
                        match.orgId(),
                        new Offer(match.orgId(), match.alias(), match.name(), match.domain(), match.status() != null));
            }
        }
        return offers.values().stream()
                .sorted(Comparator.comparing(Offer::name, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(Offer::orgId))
                .toList();
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
        RoleModel role = name == null ? null : KeycloakModelUtils.getRoleFromString(session, realm, name);
        return role != null && user.hasRole(role);
    }
}
