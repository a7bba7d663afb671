package io.github.orgswitcher.platform;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is in a private artifact of Keycloak's and yet made for extensions: they implement it, or Keycloak hands it to them when
 * it calls. Keycloak changes it with a note in its upgrade guide.
 */
final class ExtensionSurface {

    private record Part(String why, List<String> types) {}

    private static final List<Part> PARTS = List.of(
            new Part(
                    "A step of a flow, its factory, and what Keycloak calls it with.",
                    List.of(
                            "org.keycloak.authentication.Authenticator",
                            "org.keycloak.authentication.AuthenticatorFactory",
                            "org.keycloak.authentication.AuthenticationFlowContext",
                            "org.keycloak.authentication.AuthenticationFlowError",
                            "org.keycloak.authentication.FormContext",
                            "org.keycloak.authentication.ValidationContext")),
            new Part(
                    "A required action, its factory, and what Keycloak calls it with.",
                    List.of(
                            "org.keycloak.authentication.RequiredActionProvider",
                            "org.keycloak.authentication.RequiredActionFactory",
                            "org.keycloak.authentication.RequiredActionContext",
                            "org.keycloak.authentication.InitiatedActionSupport")),
            new Part(
                    "A mapper of an identity provider, and the identity that it is handed.",
                    List.of(
                            "org.keycloak.broker.provider.AbstractIdentityProviderMapper",
                            "org.keycloak.broker.provider.IdentityProviderMapper",
                            "org.keycloak.broker.provider.BrokeredIdentityContext")),
            new Part(
                    "What protocol mappers implement, by which they are registered.",
                    List.of("org.keycloak.protocol.ProtocolMapper")),
            new Part(
                    "A listener to events, the events, and how flows and actions report them.",
                    List.of(
                            "org.keycloak.events.EventListenerProvider",
                            "org.keycloak.events.EventListenerProviderFactory",
                            "org.keycloak.events.Event",
                            "org.keycloak.events.EventBuilder",
                            "org.keycloak.events.EventType",
                            "org.keycloak.events.Details",
                            "org.keycloak.events.Errors",
                            "org.keycloak.events.admin.AdminEvent",
                            "org.keycloak.events.admin.OperationType",
                            "org.keycloak.events.admin.ResourceType")),
            new Part(
                    "A page of a login as steps and actions make it, with the message of a field.",
                    List.of("org.keycloak.forms.login.LoginFormsProvider", "org.keycloak.models.utils.FormMessage")),
            new Part(
                    "Mail by the realm's templates and server.",
                    List.of("org.keycloak.email.EmailTemplateProvider", "org.keycloak.email.EmailException")),
            new Part(
                    "Work at intervals, which a provider asks for when it starts.",
                    List.of("org.keycloak.timer.TimerProvider", "org.keycloak.timer.ScheduledTask")),
            new Part(
                    "What the server tells every provider that listens.",
                    List.of("org.keycloak.models.utils.PostMigrationEvent", "org.keycloak.storage.StoreSyncEvent")),
            new Part(
                    "How a provider refuses a configuration.", List.of("org.keycloak.userprofile.ValidationException")),
            new Part(
                    "What a provider factory says of itself under Server info.",
                    List.of("org.keycloak.provider.ServerInfoAwareProviderFactory")));

    private static final Set<String> TYPES =
            PARTS.stream().flatMap(part -> part.types().stream()).collect(Collectors.toUnmodifiableSet());

    private ExtensionSurface() {}

    static boolean has(String type) {
        return TYPES.contains(type);
    }

    static Set<String> types() {
        return TYPES;
    }
}
