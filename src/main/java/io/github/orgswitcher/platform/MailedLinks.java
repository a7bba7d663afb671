package io.github.orgswitcher.platform;

import org.keycloak.models.KeycloakContext;
import org.keycloak.services.Urls;

/** Where the links lead that Keycloak mails. */
public final class MailedLinks {

    private MailedLinks() {}

    /**
     * Whether a request opens one.
     *
     * @param context the request's, with its realm
     * @return whether it does, however Keycloak then finds the link
     */
    public static boolean isOpenedBy(KeycloakContext context) {
        return context.getUri()
                .getAbsolutePath()
                .getPath()
                .equals(Urls.actionTokenBuilder(context.getUri().getBaseUri(), "", "", "", "")
                        .build(context.getRealm().getName())
                        .getPath());
    }
}
