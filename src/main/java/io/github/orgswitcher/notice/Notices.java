package io.github.orgswitcher.notice;

import io.github.orgswitcher.decision.EnrollmentStatus;
import io.github.orgswitcher.people.Managers;
import io.github.orgswitcher.platform.account.ManageAddress;
import io.github.orgswitcher.platform.mail.ConsoleLink;
import io.github.orgswitcher.policy.PolicySetting;
import io.github.orgswitcher.policy.PolicySettings;
import io.github.orgswitcher.policy.PolicyValues;
import io.github.orgswitcher.settings.SwitcherConfig;
import io.github.orgswitcher.store.Enrollment;
import io.github.orgswitcher.store.Notice;
import io.github.orgswitcher.store.Notice.Letter;
import io.github.orgswitcher.store.NoticeKind;
import io.github.orgswitcher.store.OnCommit;
import io.github.orgswitcher.store.Outbox;
import io.github.orgswitcher.store.RealmStore;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.organization.OrganizationProvider;

/**
 * Writes down what people are to be told of a change, in the change's own transaction: what is rolled back tells nobody, and what
 * is committed is not lost. Mails follow after it, on another thread. A realm without a mail server has none.
 */
public final class Notices {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final RealmStore store;
    private final Instant now = Instant.ofEpochMilli(Time.currentTimeMillis());

    /**
     * Notices of changes that a transaction makes.
     *
     * @param session the session of the transaction, with the realm in its context
     */
    public Notices(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.store = RealmStore.of(session, realm);
    }

    /**
     * Somebody has asked to join.
     *
     * @param orgId the organization
     * @param userId who asked
     */
    public void requested(String orgId, String userId) {
        PolicyValues policy = store.policies().of(orgId).inForce();
        if (!isOn(policy, PolicySettings.MAIL_REQUESTS)) {
            return;
        }
        OrganizationModel organization =
                session.getProvider(OrganizationProvider.class).getById(orgId);
        if (organization == null) {
            return;
        }
        String console = ConsoleLink.ofOrganization(session, orgId);
        String page = ManageAddress.isOn(realm)
                ? ManageAddress.of(session, organization.getAlias()).toString()
                : console;
        // Who of them can be written to is asked when the mail is, which waits for a user storage that does not answer.
        write(NoticeKind.REQUEST, orgId, new Managers(session).first(organization), userId, page);
        if (SwitcherConfig.of(session, realm).requestsTo().isPresent()) {
            write(NoticeKind.REQUEST, orgId, List.of(Notice.REALM), userId, console);
        }
    }

    /**
     * Somebody has decided on a request.
     *
     * @param decided the enrollment as it is now
     */
    public void answered(Enrollment decided) {
        tell(
                decided.status() == EnrollmentStatus.JOINED ? NoticeKind.APPROVED : NoticeKind.DENIED,
                PolicySettings.MAIL_ANSWERS,
                decided.orgId(),
                decided.userId());
    }

    /**
     * Somebody has joined, with nobody's approval.
     *
     * @param orgId the organization
     * @param userId the new member
     */
    public void joined(String orgId, String userId) {
        tell(NoticeKind.WELCOME, PolicySettings.MAIL_WELCOME, orgId, userId);
    }

    /**
     * Somebody is invited, who may have no account, by one of Keycloak's invitations that keeps its link.
     *
     * @param orgId the organization
     * @param invitationId the invitation
     */
    public void invited(String orgId, String invitationId) {
        write(NoticeKind.INVITATION, orgId, List.of(invitationId), invitationId, null);
    }

    private void tell(NoticeKind kind, PolicySetting<Boolean> setting, String orgId, String userId) {
        if (isOn(store.policies().of(orgId).inForce(), setting)) {
            write(kind, orgId, List.of(userId), userId, null);
        }
    }

    private boolean isOn(PolicyValues policy, PolicySetting<Boolean> setting) {
        return !realm.getSmtpConfig().isEmpty() && policy.get(setting);
    }

    /** One that waits says it already, so that nobody fills the table by asking over and over. */
    private void write(NoticeKind kind, String orgId, List<String> recipients, String userId, @Nullable String link) {
        if (recipients.isEmpty()) {
            return;
        }
        Outbox outbox = store.outbox();
        Set<String> waiting = outbox.recipients(kind, orgId, userId);
        recipients.stream()
                .filter(recipient -> !waiting.contains(recipient))
                .map(recipient -> new Letter(realm.getId(), kind, orgId, recipient))
                .map(letter -> new Notice(UUID.randomUUID().toString(), letter, userId, link, now, now, 0))
                .forEach(outbox::add);
        sendSoon();
    }

    /** Once a transaction, however many it tells. */
    private void sendSoon() {
        String key = Notices.class.getName();
        if (session.getAttribute(key) == null) {
            session.setAttribute(key, true);
            Postman postman = session.getProvider(Postman.class);
            session.getTransactionManager().enlistAfterCompletion(new OnCommit(postman::goSoon));
        }
    }
}
