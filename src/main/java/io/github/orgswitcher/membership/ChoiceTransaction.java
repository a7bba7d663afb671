package io.github.orgswitcher.membership;

import io.github.orgswitcher.decision.EnrollmentStatus;
import io.github.orgswitcher.decision.Invitation;
import io.github.orgswitcher.decision.Offer;
import io.github.orgswitcher.decision.SignInKind;
import io.github.orgswitcher.decision.Standing;
import io.github.orgswitcher.notice.Notices;
import io.github.orgswitcher.people.DirectoryUsers;
import io.github.orgswitcher.settings.SwitcherConfig;
import io.github.orgswitcher.store.Enrollment;
import io.github.orgswitcher.store.EnrollmentMethod;
import io.github.orgswitcher.store.RealmStore;
import io.github.orgswitcher.veto.JoinAttempt;
import io.github.orgswitcher.veto.JoinAttempt.Act;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;

/** What one choice reads and writes, all of it in one transaction. */
final class ChoiceTransaction {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;
    private final SignInKind kind;
    private final Shown shown;
    private final RealmStore store;
    private final OrganizationProvider organizations;
    private final StandingReader reader;
    private final Admission admission;
    private final Instant now = Instant.ofEpochMilli(Time.currentTimeMillis());

    private ChoiceTransaction(KeycloakSession session, UserModel user, SignInKind kind, Shown shown) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.user = user;
        this.kind = kind;
        this.shown = shown;
        this.store = RealmStore.of(session, realm);
        this.organizations = session.getProvider(OrganizationProvider.class);
        this.reader = new StandingReader(session);
        this.admission = new Admission(session);
    }

    /**
     * Refuses a user who was removed or disabled while the page was open.
     *
     * @throws LoginLeftAloneException where the login is not the switcher's business any more
     */
    static ChoiceTransaction of(KeycloakSession session, String userId, Occasion occasion, Shown shown) {
        if (!occasion.stands(session)) {
            throw new LoginLeftAloneException();
        }
        UserModel user = session.users().getUserById(session.getContext().getRealm(), userId);
        if (user == null || !user.isEnabled()) {
            throw ChoiceRefusedException.userDisabled();
        }
        return new ChoiceTransaction(session, user, occasion.signIn().kind(), shown);
    }

    /** How the person stands to one organization. */
    Standing standing(String orgId) {
        return reader.readOne(user, kind, orgId);
    }

    /** How the person stands to none in particular. */
    Standing standing() {
        return reader.readOne(user, kind, null);
    }

    /** How the person stands to all that joins with no question. */
    Standing standingToAll() {
        return reader.read(user, kind, null, null);
    }

    void waitForOtherJoins(Collection<String> orgIds) {
        store.organizations().lock(orgIds);
    }

    void requireSkippable() {
        if (SwitcherConfig.of(session, realm).settings().membershipRequired()) {
            throw new ChoiceRefusedException("skip", "orgSwitcherErrorRequired", "org_switcher_membership_required");
        }
    }

    /** How the person creates an organization. */
    Creation creation() {
        return new Creation(session, user, reader, admission);
    }

    /**
     * Asks whatever the operator has installed, once nothing else is in the way.
     *
     * @param field the field that was posted, for a refusal
     */
    void decide(Act act, String field, String orgId) {
        OrganizationModel organization = organizations.getById(orgId);
        new Consent(session).require(field, new JoinAttempt(act, user, organization, organization.getName()));
    }

    /** Makes the person a member for this session; what was shown and not chosen counts as dismissed. */
    void enroll(Standing standing, String orgId, EnrollmentMethod method, @Nullable String domain) {
        admit(orgId, method, domain);
        leaveOthers(standing, orgId);
        keepUsed(orgId);
    }

    /** Whether the person had left, before the account was removed and imported anew; it is on record of this account then, too. */
    boolean hadLeft(String orgId) {
        boolean left = DirectoryUsers.entry(user)
                .filter(entry -> store.leavers().has(orgId, entry))
                .isPresent();
        if (left) {
            store.enrollments().saveLeft(orgId, user.getId(), now);
        }
        return left;
    }

    /** Makes the person a member, and keeps how. */
    void admit(String orgId, EnrollmentMethod method, @Nullable String domain) {
        if (admission.isFull(user, orgId)) {
            throw ChoiceRefusedException.oneOrganization(method == EnrollmentMethod.CREATOR ? "name" : "join");
        }
        admission.admit(orgId, user, domain);
        Enrollment joined = Enrollment.of(orgId, user.getId(), EnrollmentStatus.JOINED, method, domain, now);
        store.enrollments().save(List.of(joined));
        if (method != EnrollmentMethod.CREATOR) {
            new Notices(session).joined(orgId, user.getId());
        }
    }

    /** Keeps that the person asks to join. The page stays, so nothing else is dismissed. */
    void ask(Offer offer) {
        Enrollment request =
                Enrollment.of(offer.orgId(), user.getId(), EnrollmentStatus.REQUESTED, null, offer.domain(), now);
        store.enrollments().save(List.of(request));
        new Notices(session).requested(offer.orgId(), user.getId());
    }

    /** How the person leaves an organization, or waits for one no more. */
    Leaving leaving() {
        return new Leaving(session, user);
    }

    /**
     * What was shown and not chosen stays on the page but makes it appear no more. It comes after what was chosen, which is on
     * record by then. What is hidden until the address is proven was seen as one.
     */
    void leaveOthers(Standing standing, @Nullable String chosen) {
        standing.acceptable().stream()
                .filter(invitation -> !invitation.dismissed())
                .filter(invitation -> shown.invitations().containsKey(invitation.id()))
                .filter(invitation -> !invitation.organization().id().equals(chosen))
                .forEach(invitation -> store.invitations().passOver(user.getId(), invitation, now));
        if (reader.ownAddress().isProven(user)) {
            reader.dismiss(user, standing, kind, shown, now);
        } else if (standingToAll().offersHidden()) {
            rememberSkip();
        }
    }

    /** When the choice is made. */
    Instant now() {
        return now;
    }

    void dismiss(String orgId) {
        Enrollment seen = Enrollment.of(orgId, user.getId(), EnrollmentStatus.DISMISSED, null, null, now);
        store.enrollments().save(List.of(seen));
    }

    /**
     * Refuses where no invitation counts, of which the page may have shown one before.
     *
     * @param field the field that was posted
     */
    void requireInvitable(String field) {
        new InvitationRules(session, field).requireInvitable(user);
    }

    /** An invitation to the person's own address, whatever keeps the person from accepting it. */
    Optional<Invitation> sent(String invitationId) {
        return reader.invitations().find(user, invitationId);
    }

    /** Whether an invitation was there to be used; nobody can answer it after that. */
    boolean use(Invitation invitation) {
        return store.invitations().use(invitation);
    }

    void useUp(Standing standing, String orgId) {
        admission.useUpInvitations(standing, orgId);
    }

    /** Goes on with an organization that the person has come to belong to by another way; empty where there is no such way. */
    Optional<Chosen> goOnAsMember(Standing standing, String orgId) {
        return standing.membership(orgId).map(membership -> {
            keepUsed(orgId);
            return Chosen.continued(membership);
        });
    }

    /** Keeps that the person works in an organization from now on, or has just joined it. */
    void keepUsed(String orgId) {
        store.standings().saveUsed(user.getId(), orgId, now);
    }

    void rememberSkip() {
        store.people().saveSkip(user.getId());
    }
}
