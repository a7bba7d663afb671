package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.membership.Chosen;
import io.github.orgswitcher.membership.Chosen.Outcome;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

class PersonNotesTest {

    private final Map<String, String> kept = new HashMap<>();
    private String person = "ada";

    @Test
    void whatOnePersonHasChosenIsNotTheNextOnes() {
        AuthenticationSessionModel login = login();
        new ChosenNotes(login).keep(new Chosen(Outcome.JOINED, "org", "acme", "acme.example"));
        new SwitcherNotes(login).done();
        new SwitcherNotes(login).cancelled();

        person = "eve";
        assertThat(new ChosenNotes(login).read()).isEmpty();
        assertThat(new SwitcherNotes(login).isDone()).isFalse();
        assertThat(new SwitcherNotes(login).isCancelled()).isFalse();

        person = "ada";
        assertThat(new ChosenNotes(login).read()).map(Chosen::orgId).contains("org");
        assertThat(new SwitcherNotes(login).isDone()).isTrue();
    }

    /** As much of a login as notes are kept in. */
    private AuthenticationSessionModel login() {
        return proxy(AuthenticationSessionModel.class, (method, arguments) -> switch (method) {
            case "getAuthNote" -> kept.get(arguments[0]);
            case "setAuthNote" -> kept.put((String) arguments[0], (String) arguments[1]);
            case "removeAuthNote" -> kept.remove(arguments[0]);
            case "getAuthenticatedUser" ->
                proxy(UserModel.class, (asked, none) -> asked.equals("getId") ? person : null);
            default -> null;
        });
    }

    private interface Answer {
        Object to(String method, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    Object answered = answer.to(method.getName(), arguments);
                    return method.getReturnType() == void.class ? null : answered;
                }));
    }
}
