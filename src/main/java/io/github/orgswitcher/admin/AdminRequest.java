package io.github.orgswitcher.admin;

import io.github.orgswitcher.decision.Verdict;
import io.github.orgswitcher.declared.DeclaredPolicy;
import io.github.orgswitcher.domain.DomainRules;
import io.github.orgswitcher.domain.StorableText;
import io.github.orgswitcher.settings.SwitcherConfig;
import io.github.orgswitcher.store.AdminView;
import io.github.orgswitcher.store.OrgSwitcherStore;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.authorization.fgap.AdminPermissionsSchema;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.representations.idm.ErrorRepresentation;
import org.keycloak.services.ErrorResponse;
import org.keycloak.services.ErrorResponseException;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;
import org.keycloak.services.resources.admin.fgap.AdminPermissions;

/**
 * One administrator's request, with what all its resources need.
 *
 * @param session the Keycloak session
 * @param realm the realm that is administered
 * @param auth what the administrator may do
 * @param events takes the admin event of a change
 */
record AdminRequest(
        KeycloakSession session, RealmModel realm, AdminPermissionEvaluator auth, AdminEventBuilder events) {

    OrgSwitcherStore store() {
        return session.getProvider(OrgSwitcherStore.class);
    }

    DomainRules domainRules() {
        return SwitcherConfig.of(session, realm).domainRules();
    }

    DeclaredPolicy declaredPolicy(OrganizationModel organization) {
        return DeclaredPolicy.of(organization.getAttributes(), domainRules());
    }

    /**
     * An organization that the administrator may view.
     *
     * @param orgId its id, from anywhere
     * @return the organization
     * @throws ErrorResponseException with 404 for an unknown one, to those who may look for organizations
     * @throws ForbiddenException to all others, and where it may not be viewed, as Keycloak's own resource does
     */
    OrganizationModel organization(String orgId) {
        OrganizationModel organization = find(orgId).orElseThrow(this::organizationNotFound);
        auth.orgs().requireView(organization);
        return organization;
    }

    private Optional<OrganizationModel> find(String orgId) {
        if (!StorableText.is(orgId)) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(
                    session.getProvider(OrganizationProvider.class).getById(orgId));
        } catch (ModelException e) {
            // Keycloak's way to say that the organization belongs to another realm.
            return Optional.empty();
        }
    }

    RuntimeException organizationNotFound() {
        return auth.orgs().canQuery()
                ? error(Status.NOT_FOUND, null, "orgSwitcherOrganizationNotFound")
                : new ForbiddenException();
    }

    /** The organizations that the administrator may view, for lists. */
    AdminView viewOfOrganizations() {
        return auth.orgs().canView()
                ? AdminView.ALL
                : viewByPermissions(auth.orgs().canQuery());
    }

    /** The users that the administrator may view, for lists. */
    AdminView viewOfUsers() {
        return auth.users().canView()
                ? AdminView.ALL
                : viewByPermissions(auth.users().canQuery());
    }

    private AdminView viewByPermissions(boolean mayQuery) {
        return mayQuery && fineGrained() ? AdminView.NAMED : AdminView.NONE;
    }

    /** Whether permissions on single organizations and users count in this realm. */
    boolean fineGrained() {
        return AdminPermissionsSchema.SCHEMA.isAdminPermissionsEnabled(realm);
    }

    /**
     * The same administrator's request in another session.
     *
     * @param other a session whose context has the realm
     * @return the request
     */
    AdminRequest in(KeycloakSession other) {
        RealmModel sameRealm = other.realms().getRealm(realm.getId());
        AdminAuth admin = auth.adminAuth();
        RealmModel home = other.realms().getRealm(admin.getRealm().getId());
        AdminAuth sameAdmin = new AdminAuth(
                home,
                admin.getToken(),
                other.users().getUserById(home, admin.getUser().getId()),
                other.clients().getClientById(home, admin.getClient().getId()));
        return new AdminRequest(
                other, sameRealm, AdminPermissions.evaluator(other, sameRealm, sameAdmin), events.clone(other));
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

    /** The verdict, as far as the administrator may know of other organizations. */
    Verdict told(Verdict verdict) {
        return verdict == Verdict.DOMAIN_PROVEN_BY_ANOTHER && !auth.orgs().canView()
                ? Verdict.DOMAIN_NEEDS_PROOF
                : verdict;
    }

    /** Whether what the administrator says of an organization is no more than that organization's own word. */
    boolean claims() {
        return !auth.orgs().canManage();
    }

    String adminId() {
        return auth.adminAuth().getUser().getId();
    }

    /** Records a change of something that belongs to an organization. */
    void changed(OperationType operation, @Nullable Object representation, String... path) {
        events.resource(ResourceType.ORGANIZATION).operation(operation).resourcePath(path);
        if (representation != null) {
            events.representation(representation);
        }
        events.success();
    }

    /**
     * A refusal, with a sentence in the administrator's language.
     *
     * @param status the status
     * @param field the field it is bound to; null where there is none
     * @param messageKey the sentence
     * @param params what the sentence names
     * @return the exception to throw
     */
    ErrorResponseException error(Status status, @Nullable String field, String messageKey, Object... params) {
        ErrorRepresentation error =
                new ErrorRepresentation(field, message(messageKey, params), params.length == 0 ? null : params);
        return ErrorResponse.errors(List.of(error), status);
    }

    /** A sentence in the administrator's language. */
    String message(String messageKey, Object... params) {
        return messages().message(messageKey, params);
    }

    AdminMessages messages() {
        return AdminMessages.of(session, auth.adminAuth());
    }
}
