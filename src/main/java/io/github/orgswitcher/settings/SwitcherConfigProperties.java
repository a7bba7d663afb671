package io.github.orgswitcher.settings;

import io.github.orgswitcher.decision.SignInKind;
import io.github.orgswitcher.decision.SwitcherSettings.Show;
import io.github.orgswitcher.settings.CreationSettings.Creation;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.models.Constants;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/** Declares the required action's settings and, once, their defaults. */
public final class SwitcherConfigProperties {

    static final String INTERCEPT = "intercept";
    static final String SHOW = "show";
    static final String MEMBERSHIP_REQUIRED = "membershipRequired";
    static final String CREATION = "creation";
    static final String CREATION_ROLE = "creationRole";
    static final String MAX_CREATED_PER_USER = "maxCreatedPerUser";
    static final String EXCLUDED_CLIENTS = "excludedClients";
    static final String BLOCKED_DOMAINS = "blockedDomains";
    static final String UNBLOCKED_DOMAINS = "unblockedDomains";

    static final String DEFAULT_INTERCEPT = joined(SignInKind.SOCIAL.name(), SignInKind.PASSWORDLESS.name());
    static final Show DEFAULT_SHOW = Show.WHEN_NEEDED;
    static final Creation DEFAULT_CREATION = Creation.ANYONE;
    static final int DEFAULT_MAX_CREATED_PER_USER = 5;
    static final String DEFAULT_EXCLUDED_CLIENTS =
            joined("security-admin-console", "admin-cli", "account", "account-console", "broker");

    private SwitcherConfigProperties() {}

    /**
     * The settings as the Admin Console shows them.
     *
     * @return the properties, in the order of the form
     */
    public static List<ProviderConfigProperty> all() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(INTERCEPT)
                .label("Sign-in kinds")
                .helpText("The kinds of sign-in that lead to the organization switcher: " + names(SignInKind.values())
                        + ".")
                .type(ProviderConfigProperty.MULTIVALUED_LIST_TYPE)
                .options(strings(SignInKind.values()))
                .defaultValue(DEFAULT_INTERCEPT)
                .add()
                .property()
                .name(SHOW)
                .label("Show the page")
                .helpText("WHEN_NEEDED shows the page only when there is something to choose; ALWAYS shows it once in"
                        + " every session.")
                .type(ProviderConfigProperty.LIST_TYPE)
                .options(strings(Show.values()))
                .defaultValue(DEFAULT_SHOW.name())
                .add()
                .property()
                .name(MEMBERSHIP_REQUIRED)
                .label("Membership required")
                .helpText("When on, nobody gets past the page without an organization.")
                .type(ProviderConfigProperty.BOOLEAN_TYPE)
                .defaultValue(Boolean.FALSE.toString())
                .add()
                .property()
                .name(CREATION)
                .label("Who may create organizations")
                .helpText("On the page: OFF for nobody, ANYONE, or ROLE for holders of the role below.")
                .type(ProviderConfigProperty.LIST_TYPE)
                .options(strings(Creation.values()))
                .defaultValue(DEFAULT_CREATION.name())
                .add()
                .property()
                .name(CREATION_ROLE)
                .label("Role for creation")
                .helpText("The role that may create organizations, where creation is ROLE.")
                .type(ProviderConfigProperty.ROLE_TYPE)
                .add()
                .property()
                .name(MAX_CREATED_PER_USER)
                .label("Organizations per creator")
                .helpText("How many organizations one person may create.")
                .type(ProviderConfigProperty.INTEGER_TYPE)
                .defaultValue(Integer.toString(DEFAULT_MAX_CREATED_PER_USER))
                .add()
                .property()
                .name(EXCLUDED_CLIENTS)
                .label("Excluded clients")
                .helpText("Client ids whose logins never lead to the switcher.")
                .type(ProviderConfigProperty.MULTIVALUED_STRING_TYPE)
                .defaultValue(DEFAULT_EXCLUDED_CLIENTS)
                .add()
                .property()
                .name(BLOCKED_DOMAINS)
                .label("Blocked domains")
                .helpText("Domains, with everything below them, that no organization may allow, beside the built-in"
                        + " lists of public and disposable mail providers.")
                .type(ProviderConfigProperty.MULTIVALUED_STRING_TYPE)
                .add()
                .property()
                .name(UNBLOCKED_DOMAINS)
                .label("Unblocked domains")
                .helpText("Domains, with everything below them, that organizations may allow although the built-in"
                        + " lists name them.")
                .type(ProviderConfigProperty.MULTIVALUED_STRING_TYPE)
                .add()
                .build();
    }

    private static List<String> strings(Enum<?>[] values) {
        return Stream.of(values).map(Enum::name).toList();
    }

    private static String names(Enum<?>[] values) {
        return String.join(", ", strings(values));
    }

    private static String joined(String... values) {
        return String.join(Constants.CFG_DELIMITER, values);
    }
}
