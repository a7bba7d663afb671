package io.github.orgswitcher.platform;

import io.github.orgswitcher.platform.links.ProviderLinks;
import io.github.orgswitcher.platform.links.UnknownLinks;
import io.github.orgswitcher.platform.links.keycloak267.OneOrganizationLinks;
import io.github.orgswitcher.platform.links.keycloak268.ManyOrganizationsLinks;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.OrganizationDomainModel;

/** Which of the implementations the running Keycloak takes. It is told by what it has: a version can be anything. */
public final class RunningKeycloak {

    private static final Logger LOG = Logger.getLogger(RunningKeycloak.class);

    private static final String LINK_TYPE = "org.keycloak.models.OrganizationIdentityProviderLinkModel";

    private static final ProviderLinks LINKS = choose();

    private RunningKeycloak() {}

    /** Chooses, where that was not done before, and says so in the log once. */
    public static void recognize() {
        LOG.debugf("Identity providers are linked as in Keycloak %s", LINKS.version());
    }

    static ProviderLinks links() {
        return LINKS;
    }

    private static ProviderLinks choose() {
        boolean one = has(IdentityProviderModel.class, "getOrganizationId");
        List<Boolean> many = List.of(
                has(IdentityProviderModel.class, "getOrganizationIds"),
                has(OrganizationDomainModel.class, "getIdentityProviderAlias"),
                hasLinkType());
        if (one && !many.contains(true)) {
            return chosen(new OneOrganizationLinks());
        }
        if (!one && !many.contains(false)) {
            try {
                return chosen(new ManyOrganizationsLinks());
            } catch (ReflectiveOperationException e) {
                return unknown(e);
            }
        }
        return unknown(null);
    }

    private static ProviderLinks chosen(ProviderLinks links) {
        LOG.infof("Identity providers are linked with organizations as in Keycloak %s", links.version());
        return links;
    }

    private static ProviderLinks unknown(@Nullable ReflectiveOperationException why) {
        LOG.error(
                "How this Keycloak links identity providers with organizations is not known to org-switcher: no provider's"
                        + " word opens an organization, and nobody signs in by email on a domain of Keycloak's organizations."
                        + " Take a version that is made for this Keycloak.",
                why);
        return new UnknownLinks();
    }

    private static boolean has(Class<?> type, String method) {
        return Stream.of(type.getMethods()).anyMatch(each -> each.getName().equals(method));
    }

    private static boolean hasLinkType() {
        try {
            Class.forName(LINK_TYPE, false, IdentityProviderModel.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
