package io.github.orgswitcher.admin;

import io.github.orgswitcher.decision.SignInKind;
import io.github.orgswitcher.domain.EmailDomain;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** {@code preview}: what a person would get at the next login, and why. */
public final class PreviewResource {

    private static final String EMAIL = "email";
    private static final String SIGN_IN_KIND = "signInKind";

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
     * @return what the login would do
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Foresees a person's login: which page there is, and why.")
    public PreviewRepresentation preview(
            @QueryParam(EMAIL) @DefaultValue("") String email,
            @QueryParam(SIGN_IN_KIND) @DefaultValue("SOCIAL") String signInKind) {
        String address = email.strip();
        EmailDomain domain = EmailDomain.of(address)
                .orElseThrow(() -> request.error(Status.BAD_REQUEST, EMAIL, "orgSwitcherPreviewEmailInvalid"));
        SignInKind kind = SignInKind.named(signInKind)
                .orElseThrow(() -> request.error(
                        Status.BAD_REQUEST, SIGN_IN_KIND, "orgSwitcherSignInKindInvalid", SignInKind.names()));
        return new Preview(request, address, domain, kind).read();
    }
}
