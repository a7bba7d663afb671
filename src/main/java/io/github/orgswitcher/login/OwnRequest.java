package io.github.orgswitcher.login;

import io.github.orgswitcher.platform.flow.ActionRedirect;
import io.github.orgswitcher.settings.SwitcherConfig;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.Response;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.http.HttpRequest;

/**
 * A request that does nothing but the switcher's work. A transaction of ours inside one that has written the user would wait
 * for that very request, and what it has made the request would not see: so a login goes on in a request of its own before
 * somebody is joined, and in another one after that. A redirect is a commit.
 */
final class OwnRequest {

    private OwnRequest() {}

    /** Whether the required action is all that this request is about. */
    static boolean is(RequiredActionContext context) {
        return ActionRedirect.isFollowed(context, SwitcherConfig.PROVIDER_ID);
    }

    static boolean isGet(HttpRequest request) {
        return HttpMethod.GET.equals(request.getHttpMethod());
    }

    /** Goes on with the required action. */
    static Response next(RequiredActionContext context) {
        return ActionRedirect.next(context);
    }

    /** Goes on with the step in a flow, which is the first and only one to be called then. */
    static Response next(AuthenticationFlowContext context) {
        return Response.seeOther(context.getActionUrl(context.generateAccessCode()))
                .build();
    }
}
