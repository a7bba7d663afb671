package io.github.orgswitcher.admin;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.github.orgswitcher.bulk.Importer;
import io.github.orgswitcher.store.AllowedDomain;
import java.util.List;
import org.keycloak.events.admin.OperationType;
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

    /** One event for each transaction, in the transaction: what is kept is what is recorded. */
    @Override
    public void added(List<AllowedDomain> domains) {
        request.changed(
                OperationType.CREATE,
                domains.stream().collect(groupingBy(AllowedDomain::orgId, mapping(AllowedDomain::domain, toList()))),
                "org-switcher",
                "domains");
    }
}
