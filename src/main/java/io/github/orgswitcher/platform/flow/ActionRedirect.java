package io.github.orgswitcher.platform.flow;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.models.Constants;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.resources.LoginActionsService;

/**
 * Keycloak's redirect to whatever required action comes next, by which it comes in a request of its own. It names none: what is shown
 * in the end may be another one's page, and Keycloak calls a page expired that is loaded again under an address that names the first.
 */
public final class ActionRedirect {

    /** What Keycloak itself puts into the address. Anything else may have made it write: a language, a form's code. */
    private static final Set<String> BARE = Set.of(
            Constants.EXECUTION,
            Constants.CLIENT_ID,
            Constants.TAB_ID,
            Constants.CLIENT_DATA,
            LoginActionsService.AUTH_SESSION_ID);

    private ActionRedirect() {}

    /**
     * The redirect.
     *
     * @param context what Keycloak hands to the action
     * @return the answer
     */
    public static Response next(RequiredActionContext context) {
        return AuthenticationManager.redirectToRequiredActions(
                context.getSession(),
                context.getRealm(),
                context.getAuthenticationSession(),
                context.getUriInfo(),
                null);
    }

    /**
     * Whether a request is one that follows the redirect, or Keycloak's own to this action, with nothing else in it.
     *
     * @param context what Keycloak hands to the action
     * @param action the action's id
     * @return whether the action is all that the request is about
     */
    public static boolean isFollowed(RequiredActionContext context, String action) {
        UriInfo uri = context.getUriInfo();
        MultivaluedMap<String, String> parameters = uri.getQueryParameters();
        String path = LoginActionsService.requiredActionProcessor(uri)
                .build(context.getRealm().getName())
                .getPath();
        return HttpMethod.GET.equals(context.getHttpRequest().getHttpMethod())
                && uri.getAbsolutePath().getPath().equals(path)
                && BARE.containsAll(parameters.keySet())
                && action.equals(parameters
                        .getOrDefault(Constants.EXECUTION, List.of(action))
                        .get(0));
    }
}
