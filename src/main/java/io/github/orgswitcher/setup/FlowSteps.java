package io.github.orgswitcher.setup;

import io.github.orgswitcher.passwordless.EmailSignInAuthenticatorFactory;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.keycloak.jose.jws.crypto.HashUtils;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.RealmModel;

/** The steps of a flow, those of its subflows included. */
record FlowSteps(RealmModel realm, String flowId) {

    /** The step that lets a session in. */
    static final String COOKIE = "auth-cookie";

    /** The sign-in by email. */
    static final String EMAIL = EmailSignInAuthenticatorFactory.PROVIDER_ID;

    /** Keycloak's own proof, by mail, of whose account an identity provider's is linked to. */
    static final String LINK_BY_MAIL = "idp-email-verification";

    FlowSteps(RealmModel realm, AuthenticationFlowModel flow) {
        this(realm, flow.getId());
    }

    /** The flow's own steps, in the order they run. Keycloak lists those too that this transaction has removed. */
    List<AuthenticationExecutionModel> own() {
        return realm.getAuthenticationExecutionsStream(flowId)
                .filter(step -> realm.getAuthenticationExecutionById(step.getId()) != null)
                .toList();
    }

    /** The flow's own steps that are not disabled. */
    List<AuthenticationExecutionModel> enabled() {
        return own().stream().filter(step -> !step.isDisabled()).toList();
    }

    int lastPriority() {
        return own().stream()
                .mapToInt(AuthenticationExecutionModel::getPriority)
                .max()
                .orElse(0);
    }

    /** Whether a login through the flow may come to this authenticator. */
    boolean run(String authenticator) {
        return find(authenticator).isPresent();
    }

    /** The first step that a login through the flow may come to with this authenticator. */
    Optional<AuthenticationExecutionModel> find(String authenticator) {
        return reachable()
                .filter(step -> authenticator.equals(step.getAuthenticator()))
                .findFirst();
    }

    /** All steps that a login through the flow may come to, and the subflows that lead there. */
    Stream<AuthenticationExecutionModel> reachable() {
        return enabled().stream()
                .flatMap(step -> step.isAuthenticatorFlow()
                        ? Stream.concat(Stream.of(step), new FlowSteps(realm, step.getFlowId()).reachable())
                        : Stream.of(step));
    }

    boolean areNone() {
        return own().isEmpty();
    }

    void remove(Collection<String> authenticators) {
        all().filter(step -> !step.isAuthenticatorFlow() && authenticators.contains(step.getAuthenticator()))
                .toList()
                .forEach(realm::removeAuthenticatorExecution);
    }

    /** All steps and subflows, disabled ones included. */
    Stream<AuthenticationExecutionModel> all() {
        return own().stream()
                .flatMap(step -> step.isAuthenticatorFlow()
                        ? Stream.concat(Stream.of(step), new FlowSteps(realm, step.getFlowId()).all())
                        : Stream.of(step));
    }

    /** Stays the same while nobody changes what the flow does; names and descriptions do not count. */
    String shape() {
        return HashUtils.sha256UrlEncodedHash(text(), StandardCharsets.UTF_8);
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        own().forEach(step -> text.append('(')
                .append(step.getRequirement())
                .append(' ')
                .append(
                        step.isAuthenticatorFlow()
                                ? new FlowSteps(realm, step.getFlowId()).text()
                                : step.getAuthenticator())
                .append(config(step))
                .append(')'));
        return text.toString();
    }

    private Map<String, String> config(AuthenticationExecutionModel step) {
        AuthenticatorConfigModel config = step.getAuthenticatorConfig() == null
                ? null
                : realm.getAuthenticatorConfigById(step.getAuthenticatorConfig());
        return config == null || config.getConfig() == null ? Map.of() : new TreeMap<>(config.getConfig());
    }
}
