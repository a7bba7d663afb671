package io.github.orgswitcher.admin;

import io.github.orgswitcher.decision.OrganizationRef;
import io.github.orgswitcher.platform.admin.AdminView;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.keycloak.organization.OrganizationProvider;

/**
 * The organizations that an administrator may view, among those that concern somebody else.
 *
 * @param request the administrator's request
 */
record ViewedOrganizations(AdminRequest request) {

    /** Whether there is none that they are kept from. */
    boolean areAll() {
        return request.organizations().view() == AdminView.ALL;
    }

    /** Whether an organization is one of them. */
    boolean include(OrganizationRef organization) {
        return areAll()
                || request.organizations()
                        .mayView(request.session()
                                .getProvider(OrganizationProvider.class)
                                .getById(organization.id()));
    }

    /** Those of some organizations. */
    List<OrganizationRef> among(List<OrganizationRef> organizations) {
        return among(organizations, Function.identity()).toList();
    }

    /** What of some things is about one of them. */
    <T> Stream<T> among(List<T> things, Function<T, OrganizationRef> about) {
        return things.stream().filter(thing -> include(about.apply(thing)));
    }
}
