package io.github.orgswitcher.platform.mapper;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.OrganizationModel;

/** Shows Keycloak's code a client session with another {@code kc.org} than the one that is stored, and otherwise the same. */
final class NotedContext {

    private NotedContext() {}

    /**
     * The context as Keycloak's code shall see it.
     *
     * @param orgId the note's value; null for no note
     */
    static ClientSessionContext of(ClientSessionContext context, @Nullable String orgId) {
        AuthenticatedClientSessionModel noted = proxy(
                AuthenticatedClientSessionModel.class,
                context.getClientSession(),
                (name, argument) -> name.equals("getNote") && OrganizationModel.ORGANIZATION_ATTRIBUTE.equals(argument),
                orgId);
        return proxy(ClientSessionContext.class, context, (name, argument) -> name.equals("getClientSession"), noted);
    }

    /** A call that is answered otherwise, told by the method's name and its first argument. */
    private interface Call {
        boolean matches(String method, @Nullable Object argument);
    }

    private static <T> T proxy(Class<T> type, T delegate, Call call, @Nullable Object answer) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (call.matches(method.getName(), arguments == null || arguments.length == 0 ? null : arguments[0])) {
                return answer;
            }
            try {
                return method.invoke(delegate, arguments);
            } catch (InvocationTargetException e) {
                throw Objects.requireNonNull(e.getCause());
            }
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
