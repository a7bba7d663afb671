package io.github.orgswitcher.setup;

import io.github.orgswitcher.platform.LinkedProviders;
import io.github.orgswitcher.platform.links.LinkRemark;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Whether identity providers are linked with organizations in a way that does what an administrator will think it does. */
final class OrganizationLinks implements SetupCheck {

    @Override
    public Stream<SetupWarning> warnings(KeycloakSession session, RealmModel realm, SetupState state) {
        return state.organizationsEnabled()
                ? new LinkedProviders(session).remarks().stream().map(OrganizationLinks::warning)
                : Stream.empty();
    }

    static SetupWarning warning(LinkRemark remark) {
        if (remark instanceof LinkRemark.EverybodyJoins open) {
            return SetupWarning.of(SetupWarningCode.EVERYBODY_JOINS, open.providerAlias(), open.orgAlias());
        }
        LinkRemark.Unmanaged unmanaged = (LinkRemark.Unmanaged) remark;
        return SetupWarning.of(SetupWarningCode.PROVIDER_LINKED_UNMANAGED, unmanaged.providerAlias());
    }
}
