package io.github.orgswitcher.admin;

import io.github.orgswitcher.broker.Vouching;
import io.github.orgswitcher.decision.SignIn;
import io.github.orgswitcher.decision.SignInKind;
import io.github.orgswitcher.decision.Standing.Choice;
import io.github.orgswitcher.domain.NamedValues;
import io.github.orgswitcher.domain.WrittenAddress;
import io.github.orgswitcher.login.ApplicationRequest;
import io.github.orgswitcher.platform.UserStorages;
import io.github.orgswitcher.store.OrgSwitcherStore;
import io.github.orgswitcher.store.OwnTransaction;
import io.github.orgswitcher.store.SentNames;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.OrganizationModel;
import org.keycloak.storage.StorageId;

/** {@code preview}: what a person would get at the next login, and why. */
public final class PreviewResource {

    private static final String EMAIL = "email";
    private static final String SIGN_IN_KIND = "signInKind";
    private static final String CLIENT_ID = "client_id";
    private static final String SCOPE = "scope";
    private static final String PROMPT = "prompt";
    private static final String ACTION = "kc_action";
    private static final String IDENTITY_PROVIDER = "identityProvider";
    private static final String CLAIM = "claim";
    private static final String DRAWN = "drawn";
    private static final String ACTIVE_ORGANIZATION = "activeOrganization";
    /** The value of {@link #ACTIVE_ORGANIZATION} for who went on without one. */
    private static final String NONE = "none";
    /** A client that no setting excludes. */
    private static final String ANY_CLIENT = "";

    private final AdminRequest request;

    PreviewResource(AdminRequest request) {
        this.request = request;
    }

    /**
     * Foresees a login. Whether there is a page is told as it is; which organizations are on it, as far as the
     * administrator may view them.
     *
     * @param email the person's email address, of a user or of somebody new
     * @param signInKind how the person would sign in
     * @param clientId the application; any that is not excluded where it is absent
     * @param scope the scopes that the application would ask for
     * @param prompt the prompt that it would ask for
     * @param kcAction the action that it would ask for
     * @param identityProvider alias of the identity provider that the person would come by; of the kind's providers none in
     *     particular where it is absent
     * @param claim what the claim would be that the provider's rule on addresses asks for; absent where it would be
     * @param activeOrganization the id of the organization that the person would have chosen before in the same
     *     session, or {@code none}
     * @param drawn {@code true} for the page as the realm's login theme draws it, too
     * @return what the login would do
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Foresees a person's login: which page there is, and why.")
    public PreviewRepresentation preview(
            @QueryParam(EMAIL) @DefaultValue("") String email,
            @QueryParam(SIGN_IN_KIND) @DefaultValue("SOCIAL") String signInKind,
            @Parameter(description = "The application that the login is for; without it, one that is not excluded.")
                    @QueryParam(CLIENT_ID)
                    @DefaultValue("")
                    String clientId,
            @Parameter(description = "The application's scopes, such as openid organization:acme; with client_id only.")
                    @QueryParam(SCOPE)
                    @DefaultValue("")
                    String scope,
            @Parameter(description = "The application's prompt, such as none or select_account.")
                    @QueryParam(PROMPT)
                    @DefaultValue("")
                    String prompt,
            @Parameter(description = "The application's action, such as org-switcher or org-switcher:acme.")
                    @QueryParam(ACTION)
                    @DefaultValue("")
                    String kcAction,
            @Parameter(
                            description =
                                    "Alias of the identity provider that the person would come by; only for who may view"
                                            + " identity providers.")
                    @QueryParam(IDENTITY_PROVIDER)
                    @DefaultValue("")
                    String identityProvider,
            @Parameter(
                            description =
                                    "What the claim would be that the provider's rule on addresses asks for; with identityProvider only.")
                    @QueryParam(CLAIM)
                    @DefaultValue("")
                    String claim,
            @Parameter(
                            description =
                                    "Id of the organization that was chosen before in the same session; none for who went on without.")
                    @QueryParam(ACTIVE_ORGANIZATION)
                    @DefaultValue("")
                    String activeOrganization,
            @Parameter(description = "true for the page as HTML, too; only for who may view all organizations.")
                    @QueryParam(DRAWN)
                    @DefaultValue("")
                    String drawn) {
        WrittenAddress address = WrittenAddress.of(email.strip())
                .orElseThrow(() -> request.error(Status.BAD_REQUEST, EMAIL, "orgSwitcherPreviewEmailInvalid"));
        NamedValues<SignInKind> kinds = NamedValues.of(SignInKind.class);
        SignInKind kind = kinds.named(signInKind)
                .orElseThrow(() -> request.error(
                        Status.BAD_REQUEST, SIGN_IN_KIND, "orgSwitcherSignInKindInvalid", kinds.listed()));
        ClientModel client = client(clientId);
        if (client == null && !scope.isBlank()) {
            throw request.error(Status.BAD_REQUEST, CLIENT_ID, "orgSwitcherPreviewScopeWithoutClient");
        }
        if (!OrgSwitcherStore.of(request.session()).isComparable(scope)) {
            // Keycloak looks for an organization of that alias.
            throw request.error(Status.BAD_REQUEST, SCOPE, "orgSwitcherTextInvalid", SCOPE);
        }
        ApplicationRequest application =
                ApplicationRequest.of(client == null ? ANY_CLIENT : client.getClientId(), scope, prompt, kcAction);
        SignIn signIn = signIn(application, kind, client);
        requireViewOfHint(signIn);
        PreviewQuestion asked = new PreviewQuestion(
                address,
                signIn,
                choice(activeOrganization),
                client,
                request.flag(DRAWN, drawn),
                doubted(identityProvider, claim, address));
        return AdminWrite.unlessLost(request, () -> OwnTransaction.rehearsal(request.session())
                        .call(inner -> new Preview(request.in(inner), asked).read()))
                .keepingId(this::isKept);
    }

    private SentNames names() {
        return new SentNames(request.session());
    }

    /** The provider, where it does not vouch for the address. What its rule is, only those learn who may read it. */
    private @Nullable String doubted(String alias, String claim, WrittenAddress address) {
        if (alias.isBlank()) {
            return null;
        }
        request.administrator().requireViewOfIdentityProviders();
        IdentityProviderModel provider = names().identityProvider(alias.strip())
                .orElseThrow(() -> request.error(
                        Status.BAD_REQUEST, IDENTITY_PROVIDER, "orgSwitcherSetupProviderUnknown", alias.strip()));
        String value = claim.isBlank() ? null : claim.strip();
        return Vouching.isGiven(request.session(), provider, value, address.text()) ? null : provider.getAlias();
    }

    /** Whoever is not there any more was imported for the preview alone. */
    private boolean isKept(String userId) {
        return !StorageId.isLocalStorage(userId)
                || new UserStorages(request.session(), request.realm()).own().getUserById(request.realm(), userId)
                        != null;
    }

    /** Which clients there are is no secret: the login tells everybody. */
    private @Nullable ClientModel client(String clientId) {
        if (clientId.isBlank()) {
            return null;
        }
        return names().client(clientId.strip())
                .orElseThrow(() -> request.error(
                        Status.BAD_REQUEST, CLIENT_ID, "orgSwitcherPreviewClientUnknown", clientId.strip()));
    }

    /** Keycloak looks for a scope among those of the context's client, which is the administrator's own. */
    private SignIn signIn(ApplicationRequest application, SignInKind kind, @Nullable ClientModel client) {
        KeycloakContext context = request.session().getContext();
        ClientModel own = context.getClient();
        context.setClient(client);
        try {
            return application.signIn(request.session(), kind);
        } finally {
            context.setClient(own);
        }
    }

    /** Nobody learns from a preview who belongs to an organization that they may not view. */
    private void requireViewOfHint(SignIn signIn) {
        if (signIn.hint() == null) {
            return;
        }
        Optional<OrganizationModel> hinted = names().organizationOf(signIn.hint());
        if (hinted.isPresent()) {
            request.organizations().requireView(hinted.get());
        } else if (signIn.hintByScope()) {
            // Keycloak refuses the application's request.
            throw request.error(Status.BAD_REQUEST, SCOPE, "orgSwitcherPreviewAliasUnknown", signIn.hint());
        }
    }

    private @Nullable Choice choice(String activeOrganization) {
        if (activeOrganization.isBlank()) {
            return null;
        }
        return new Choice(
                activeOrganization.equals(NONE)
                        ? null
                        : request.organization(activeOrganization).getId());
    }
}
