package io.github.orgswitcher.admin;

import io.github.orgswitcher.bulk.Importer;
import io.github.orgswitcher.people.OrganizationGroups;
import io.github.orgswitcher.platform.admin.AdminView;
import io.github.orgswitcher.platform.admin.FineGrained;
import io.github.orgswitcher.platform.admin.OrganizationRights;
import org.keycloak.models.OrganizationModel;
import org.keycloak.organization.OrganizationProvider;

/** The administrator who imports, in the request or in one of the import's transactions. */
final class ImportingAdmin implements Importer {

    private final AdminRequest request;

    ImportingAdmin(AdminRequest request) {
        this.request = request;
    }

    @Override
    public Right right(String orgId) {
        OrganizationRights rights = request.organizations();
        if (!FineGrained.isOn(request.realm())) {
            // All organizations are alike then, and need not be loaded one by one.
            return right(rights.view() == AdminView.ALL, rights.mayManageAll());
        }
        OrganizationModel organization =
                request.session().getProvider(OrganizationProvider.class).getById(orgId);
        return organization == null ? Right.NONE : right(rights.mayView(organization), rights.mayManage(organization));
    }

    @Override
    public boolean hasGroup(String orgId, String reference) {
        OrganizationModel organization =
                request.session().getProvider(OrganizationProvider.class).getById(orgId);
        return organization != null
                && new OrganizationGroups(request.session(), organization)
                        .find(reference)
                        .isPresent();
    }

    private static Right right(boolean view, boolean manage) {
        if (!view) {
            return Right.NONE;
        }
        return manage ? Right.MANAGE : Right.VIEW;
    }
}
