package io.github.orgswitcher.admin;

import io.github.orgswitcher.bulk.Importer;
import org.keycloak.models.OrganizationModel;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.services.resources.admin.fgap.OrganizationPermissionEvaluator;

/** The administrator who imports, in one of the import's transactions. */
final class ImportingAdmin implements Importer {

    private final AdminRequest request;

    ImportingAdmin(AdminRequest request) {
        this.request = request;
    }

    @Override
    public Right right(String orgId) {
        OrganizationPermissionEvaluator permissions = request.auth().orgs();
        if (!request.fineGrained()) {
            // All organizations are alike then, and need not be loaded one by one.
            return right(permissions.canView(), permissions.canManage());
        }
        OrganizationModel organization =
                request.session().getProvider(OrganizationProvider.class).getById(orgId);
        return organization == null
                ? Right.NONE
                : right(permissions.canView(organization), permissions.canManage(organization));
    }

    private static Right right(boolean view, boolean manage) {
        if (!view) {
            return Right.NONE;
        }
        return manage ? Right.MANAGE : Right.VIEW;
    }
}
