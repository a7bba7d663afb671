package io.github.orgswitcher.testing.provider;

import org.jboss.logging.Logger;
import org.keycloak.models.OrganizationModel.OrganizationMemberJoinEvent;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;

/** Another extension's fault: whoever is made a member of a certain organization is not. */
public final class FaultyJoin implements ProviderEventListener {

    /** Alias of the organization. */
    public static final String ALIAS = "it-faulty-join";

    /** What is logged each time. */
    public static final String LOGGED = "A fault was thrown";

    private static final Logger LOG = Logger.getLogger(FaultyJoin.class);

    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof OrganizationMemberJoinEvent joined
                && ALIAS.equals(joined.getOrganization().getAlias())) {
            LOG.info(LOGGED);
            throw new IllegalStateException("faulty " + joined.getUser().getEmail());
        }
    }
}
