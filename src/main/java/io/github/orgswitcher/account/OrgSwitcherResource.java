package io.github.orgswitcher.account;

import io.github.orgswitcher.element.ElementResource;
import io.github.orgswitcher.platform.account.TokenBearer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.keycloak.models.KeycloakSession;

/**
 * {@code /realms/{realm}/org-switcher}: for people who are signed in. What a script calls with a token and what a browser opens
 * with its cookie are places apart, and neither takes what the other does.
 */
public final class OrgSwitcherResource {

    private final KeycloakSession session;

    OrgSwitcherResource(KeycloakSession session) {
        this.session = session;
    }

    /**
     * Goes on to the REST for the person's organizations, or tells a browser who may call it.
     *
     * @return an {@link OrganizationsResource}, or Keycloak's own answer to a preflight
     */
    @Path("organizations")
    public Object organizations() {
        return TokenBearer.preflight(session).orElseGet(() -> new OrganizationsResource(session));
    }

    /**
     * Goes on to the REST for the invitations to the person, or tells a browser who may call it.
     *
     * @return an {@link InvitationsResource}, or Keycloak's own answer to a preflight
     */
    @Path("invitations")
    public Object invitations() {
        return TokenBearer.preflight(session).orElseGet(() -> new InvitationsResource(session));
    }

    /**
     * Leads to the custom element for applications' own pages.
     *
     * @return a module, for every origin
     */
    @GET
    @Path("element.js")
    public Response element() {
        return new ElementResource(session).loader();
    }

    /**
     * Goes on to what the element is made of.
     *
     * @return its resource
     */
    @Path("element")
    public ElementResource elementFiles() {
        return new ElementResource(session);
    }

    /**
     * Goes on to the page "Your organizations".
     *
     * @return its resource
     */
    @Path("account")
    public AccountResource account() {
        return new AccountResource(session);
    }

    /**
     * Goes on to the page for those who manage an organization.
     *
     * @param alias the organization's alias
     * @return its resource
     */
    @Path("manage/{alias}")
    public ManageResource manage(@PathParam("alias") String alias) {
        return new ManageResource(session, alias);
    }
}
