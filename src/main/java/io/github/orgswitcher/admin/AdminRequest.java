package io.github.orgswitcher.admin;

import io.github.orgswitcher.decision.Absence;
import io.github.orgswitcher.decision.Verdict;
import io.github.orgswitcher.declared.DeclaredPolicies;
import io.github.orgswitcher.domain.DomainRules;
import io.github.orgswitcher.domain.RefusedDomainException;
import io.github.orgswitcher.membership.RequestRefusedException;
import io.github.orgswitcher.platform.admin.AdminChanges;
import io.github.orgswitcher.platform.admin.AdminView;
import io.github.orgswitcher.platform.admin.Administrator;
import io.github.orgswitcher.platform.admin.ErrorAnswer;
import io.github.orgswitcher.platform.admin.OrganizationRights;
import io.github.orgswitcher.rest.Refusals;
import io.github.orgswitcher.rest.Sentences;
import io.github.orgswitcher.settings.SwitcherConfig;
import io.github.orgswitcher.store.RealmStore;
import io.github.orgswitcher.store.SentNames;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.theme.Theme;

/**
 * One administrator's request, with what all its resources need.
 *
 * @param session the Keycloak session
 * @param realm the realm that is administered
 * @param administrator who asks, and may do what
 * @param changes takes what the request has changed
 */
record AdminRequest(KeycloakSession session, RealmModel realm, Administrator administrator, AdminChanges changes)
        implements Refusals {

    RealmStore store() {
        return RealmStore.of(session, realm);
    }

    DomainRules domainRules() {
        return SwitcherConfig.of(session, realm).domainRules();
    }

    DeclaredPolicies declaredPolicies() {
        return new DeclaredPolicies(session, realm);
    }

    /**
     * An organization that the administrator may view.
     *
     * @param orgId its id, from anywhere
     * @return the organization
     * @throws WebApplicationException with 404 for an unknown one, to those who may look for organizations; with 403 to all
     *     others, and where it may not be viewed, as Keycloak's own resource does
     */
    OrganizationModel organization(String orgId) {
        OrganizationModel organization =
                new SentNames(session).organization(orgId).orElseThrow(this::organizationNotFound);
        organizations().requireView(organization);
        return organization;
    }

    WebApplicationException organizationNotFound() {
        return organizations().unknown(error(Status.NOT_FOUND, null, "orgSwitcherOrganizationNotFound"));
    }

    OrganizationRights organizations() {
        return administrator.organizations();
    }

    /**
     * The same administrator's request in another session. What it tells of changes is told in this one.
     *
     * @param other a session whose context has the realm
     * @return the request
     */
    AdminRequest in(KeycloakSession other) {
        return new AdminRequest(other, other.realms().getRealm(realm.getId()), administrator.in(other), changes);
    }

    /**
     * A parameter that is {@code true} or {@code false}.
     *
     * @param name its name
     * @param text its value; null and blank count as {@code false}
     * @return the value
     */
    boolean flag(String name, @Nullable String text) {
        if (text == null || text.isBlank() || text.equals("false")) {
            return false;
        }
        if (!text.equals("true")) {
            throw error(Status.BAD_REQUEST, name, "orgSwitcherFlagInvalid", name);
        }
        return true;
    }

    /** Whether what is sent says that it is of a type. */
    boolean sends(String mediaType) {
        MediaType sent =
                session().getContext().getHttpRequest().getHttpHeaders().getMediaType();
        return sent != null && sent.isCompatible(MediaType.valueOf(mediaType));
    }

    /** The verdict, as far as the administrator may know of other organizations. */
    Verdict told(Verdict verdict) {
        return verdict == Verdict.DOMAIN_PROVEN_BY_ANOTHER && organizations().view() != AdminView.ALL
                ? Verdict.DOMAIN_NEEDS_PROOF
                : verdict;
    }

    /** Why somebody is no member, as far as the administrator may know of other organizations. */
    Absence told(Absence absence) {
        return absence == Absence.DOMAIN_PROVEN_BY_ANOTHER && organizations().view() != AdminView.ALL
                ? Absence.DOMAIN_NEEDS_PROOF
                : absence;
    }

    /** Why something was refused that concerns a person, as a sentence that tells no more of other organizations than that. */
    String told(RequestRefusedException refused) {
        Verdict proven = Verdict.DOMAIN_PROVEN_BY_ANOTHER;
        return refused.messageKey().equals(proven.messageKey()) ? told(proven).messageKey() : refused.messageKey();
    }

    /** Whether what the administrator says of an organization is no more than that organization's own word. */
    boolean claims() {
        return !organizations().mayManageAll();
    }

    String adminId() {
        return administrator.user().getId();
    }

    /** Records a change of something that belongs to an organization. */
    void changed(OperationType operation, @Nullable Object representation, String... path) {
        changes.tell(ResourceType.ORGANIZATION, operation, representation, path);
    }

    @Override
    public WebApplicationException error(Status status, @Nullable String field, String messageKey, Object... params) {
        return ErrorAnswer.of(status, field, message(messageKey, params), params);
    }

    /** A refusal of what was typed as a domain, with the domain that is meant. */
    WebApplicationException notMeant(String field, RefusedDomainException refused) {
        String sentence = message(refused.messageKey(), refused.named());
        return ErrorAnswer.meant(
                Status.BAD_REQUEST,
                field,
                sentence,
                refused.named(),
                refused.meant().orElse(null));
    }

    /** A sentence in the administrator's language. */
    String message(String messageKey, Object... params) {
        return messages().message(messageKey, params);
    }

    Sentences messages() {
        return Sentences.of(session, administrator.home(), administrator.user(), Theme.Type.ADMIN);
    }
}
