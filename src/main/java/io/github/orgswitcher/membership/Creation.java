package io.github.orgswitcher.membership;

import io.github.orgswitcher.decision.Backing;
import io.github.orgswitcher.decision.Standing;
import io.github.orgswitcher.domain.EmailDomain;
import io.github.orgswitcher.settings.SwitcherConfig;
import io.github.orgswitcher.store.AllowedDomain;
import io.github.orgswitcher.store.RealmStore;
import io.github.orgswitcher.store.Source;
import io.github.orgswitcher.veto.JoinAttempt;
import io.github.orgswitcher.veto.JoinAttempt.Act;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;

/** How a person creates an organization, in the transaction of the choice. */
final class Creation {

    private static final String FIELD = "name";
    private static final int ALIAS_SUFFIX_LENGTH = 5;
    private static final char[] ALIAS_SUFFIX = "abcdefghijkmnpqrstuvwxyz23456789".toCharArray();

    private final KeycloakSession session;
    private final UserModel user;
    private final StandingReader reader;
    private final Admission admission;
    private final SwitcherConfig config;
    private final RealmStore store;
    private final OrganizationProvider organizations;

    Creation(KeycloakSession session, UserModel user, StandingReader reader, Admission admission) {
        RealmModel realm = session.getContext().getRealm();
        this.session = session;
        this.user = user;
        this.reader = reader;
        this.admission = admission;
        this.config = SwitcherConfig.of(session, realm);
        this.store = RealmStore.of(session, realm);
        this.organizations = session.getProvider(OrganizationProvider.class);
    }

    /** Refuses whoever may not create one. */
    void require(Standing standing) {
        if (standing.mayCreate()) {
            return;
        }
        if (!standing.admissible()) {
            throw ChoiceRefusedException.inadmissible(FIELD);
        }
        if (!reader.permissions().isCreator(user)) {
            throw refused("orgSwitcherErrorCreationOff", "org_switcher_creation_off");
        }
        if (admission.isFull(user, null)) {
            throw ChoiceRefusedException.oneOrganization(FIELD);
        }
        if (reader.permissions().isKeptFromCreating(user)) {
            throw refused("orgSwitcherErrorCreationPublic", "org_switcher_public_address");
        }
        throw refused(
                "orgSwitcherErrorCreationLimit",
                "org_switcher_creation_limit",
                config.creation().maxPerUser());
    }

    /**
     * Makes the organization.
     *
     * @param standing how the person stands to another one, of which the id is given
     */
    OrganizationModel make(Function<String, Standing> standing, OrganizationName name) {
        if (config.reservedNames().have(name.value())) {
            throw refused("orgSwitcherErrorNameReserved", "org_switcher_name_reserved");
        }
        requireFree(standing, name);
        new Consent(session).require(FIELD, new JoinAttempt(Act.CREATE, user, null, name.value()));
        // The database knows of names that are the same, and not of such as look the same.
        store.lock();
        requireFree(standing, name);
        return organizations.create(name.value(), freeAlias(name.alias()));
    }

    private void requireFree(Function<String, Standing> standing, OrganizationName name) {
        store.organizations().namesake(name.value()).ifPresent(orgId -> {
            throw taken(standing.apply(orgId), orgId);
        });
    }

    /** Whoever may join the organization of that name may know of it. */
    private static ChoiceRefusedException taken(Standing standing, String orgId) {
        return standing.offers().stream()
                .filter(offer -> offer.orgId().equals(orgId))
                .findFirst()
                .map(offer -> refused("orgSwitcherErrorNameOffered", "org_switcher_name_taken", offer.name())
                        .about(orgId))
                .orElseGet(Creation::nameTaken);
    }

    /** Somebody else has the name. */
    static ChoiceRefusedException nameTaken() {
        return refused("orgSwitcherErrorNameTaken", "org_switcher_name_taken");
    }

    private String freeAlias(String wished) {
        String alias = wished;
        while (organizations.getByAlias(alias) != null) {
            alias = wished + "-" + SecretGenerator.getInstance().randomString(ALIAS_SUFFIX_LENGTH, ALIAS_SUFFIX);
        }
        return alias;
    }

    /**
     * Makes the creator's own domain an allowed domain, where the rules permit it; returns it, or null. Whoever has an address there has
     * shown no more than a manager does who is affiliated.
     */
    @Nullable
    String allowColleagues(OrganizationModel organization, Instant now) {
        return reader.ownAddress()
                .colleaguesDomain(user)
                .map(EmailDomain::name)
                .filter(domain -> store.domains()
                        .add(AllowedDomain.added(organization.getId(), domain, Source.API, now, user.getId())
                                .backedBy(Backing.AFFILIATION)))
                .orElse(null);
    }

    /** Has the creator manage the organization, where the realm wants that. */
    void appoint(OrganizationModel organization) {
        new FirstManager(session).appoint(organization, user);
    }

    private static ChoiceRefusedException refused(String messageKey, String error, Object... parameters) {
        return new ChoiceRefusedException(FIELD, messageKey, error, parameters);
    }
}
