package io.github.orgswitcher.login;

import io.github.orgswitcher.settings.SwitcherConfig;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.Constants;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.resources.LoginActionsService;

/**
 * A request that does nothing but the switcher's work. A transaction of ours inside one that has written the user would wait
 * for that very request, and what it has made the request would not see: so a login goes on in a request of its own before
 * somebody is joined, and in another one after that. A redirect is a commit.
 */
final class OwnRequest {

    /** What Keycloak itself puts into the address. Anything else may have made it write: a language, a form's code. */
    private static final Set<String> BARE = Set.of(
            Constants.EXECUTION,
            Constants.CLIENT_ID,
            Constants.TAB_ID,
            Constants.CLIENT_DATA,
            LoginActionsService.AUTH_SESSION_ID);

    private OwnRequest() {}

    /** Whether the required action is all that this request is about. */
    static boolean is(RequiredActionContext context) {
        UriInfo uri = context.getUriInfo();
        MultivaluedMap<String, String> parameters = uri.getQueryParameters();
        String path = LoginActionsService.requiredActionProcessor(uri)
                .build(context.getRealm().getName())
                .getPath();
        return isGet(context.getHttpRequest())
                && uri.getAbsolutePath().getPath().equals(path)
                && BARE.containsAll(parameters.keySet())
                && SwitcherConfig.PROVIDER_ID.equals(parameters.getFirst(Constants.EXECUTION));
    }

    static boolean isGet(HttpRequest request) {
        return HttpMethod.GET.equals(request.getHttpMethod());
    }

    /** Goes on with the required action. */
    static Response next(RequiredActionContext context) {
        return AuthenticationManager.redirectToRequiredActions(
                context.getSession(),
                context.getRealm(),
                context.getAuthenticationSession(),
                context.getUriInfo(),
                SwitcherConfig.PROVIDER_ID);
    }

    /** Goes on with the step in a flow, which is the first and only one to be called then. */
    static Response next(AuthenticationFlowContext context) {
        return Response.seeOther(context.getActionUrl(context.generateAccessCode()))
                .build();
    }
}
