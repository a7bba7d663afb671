package io.github.orgswitcher.settings;

import io.github.orgswitcher.decision.ProvenDomains;
import io.github.orgswitcher.decision.SignInKind;
import io.github.orgswitcher.decision.SwitcherSettings.Show;
import io.github.orgswitcher.platform.Multivalued;
import io.github.orgswitcher.policy.PolicySetting;
import io.github.orgswitcher.policy.PolicySettings;
import io.github.orgswitcher.settings.CreationSettings.Creation;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
    static final String CREATOR_MANAGES = "creatorManages";
    static final String MANAGERS_CHANGE = "managersChange";
    static final String EXCLUDED_CLIENTS = "excludedClients";
    static final String BLOCKED_DOMAINS = "blockedDomains";
    static final String UNBLOCKED_DOMAINS = "unblockedDomains";
    static final String PROVEN_DOMAINS = "provenDomains";
    static final String REQUESTS_TO = "requestsTo";
    static final String ASK_AGAIN_AFTER_DAYS = "askAgainAfterDays";
    static final String PUBLIC_ADDRESSES_MAY_NOT = "publicAddressesMayNot";
    static final String ONE_ORGANIZATION_PER_PERSON = "oneOrganizationPerPerson";
    static final String RESERVED_NAMES = "reservedNames";
    static final String PASSWORDLESS_PROOFS = "passwordlessProofs";
    static final String SHOW_DETAILS = "showDetails";
    static final String HELP_CONTACT = "helpContact";

    static final Set<SignInKind> DEFAULT_INTERCEPT = EnumSet.of(SignInKind.SOCIAL, SignInKind.PASSWORDLESS);
    static final Show DEFAULT_SHOW = Show.WHEN_NEEDED;
    static final Creation DEFAULT_CREATION = Creation.ANYONE;
    static final ProvenDomains DEFAULT_PROVEN_DOMAINS = ProvenDomains.PROTECT;
    static final int DEFAULT_MAX_CREATED_PER_USER = 5;
    /** What managers of an organization can be let change of its policy. */
    static final Set<String> MANAGEABLE = Stream.of(
                    PolicySettings.JOIN_MODE,
                    PolicySettings.REQUIRE_VERIFIED_DOMAIN,
                    PolicySettings.MAIL_REQUESTS,
                    PolicySettings.MAIL_ANSWERS,
                    PolicySettings.MAIL_WELCOME)
            .map(PolicySetting::field)
            .collect(Collectors.toCollection(LinkedHashSet::new));

    static final Set<String> DEFAULT_MANAGERS_CHANGE = Stream.of(
                    PolicySettings.JOIN_MODE,
                    PolicySettings.MAIL_REQUESTS,
                    PolicySettings.MAIL_ANSWERS,
                    PolicySettings.MAIL_WELCOME)
            .map(PolicySetting::field)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    static final boolean DEFAULT_CREATOR_MANAGES = true;
    static final boolean DEFAULT_SHOW_DETAILS = true;
    static final Set<String> DEFAULT_EXCLUDED_CLIENTS = Collections.unmodifiableSet(new LinkedHashSet<>(
            List.of("security-admin-console", "admin-cli", "account", "account-console", "broker")));

    private SwitcherConfigProperties() {}

    /**
     * The settings as the Admin Console shows them. Labels and help texts are message keys, which the console looks up
     * among the messages of its theme, where those of {@code theme-resources} are too.
     *
     * @return the properties, in the order of the form
     */
    public static List<ProviderConfigProperty> all() {
        return List.of(
                property(
                        INTERCEPT,
                        ProviderConfigProperty.MULTIVALUED_LIST_TYPE,
                        Multivalued.join(DEFAULT_INTERCEPT.stream().map(Enum::name)),
                        SignInKind.values()),
                property(SHOW, ProviderConfigProperty.LIST_TYPE, DEFAULT_SHOW.name(), Show.values()),
                property(SHOW_DETAILS, ProviderConfigProperty.BOOLEAN_TYPE, String.valueOf(DEFAULT_SHOW_DETAILS)),
                property(MEMBERSHIP_REQUIRED, ProviderConfigProperty.BOOLEAN_TYPE, String.valueOf(false)),
                property(HELP_CONTACT, ProviderConfigProperty.STRING_TYPE, null),
                property(CREATION, ProviderConfigProperty.LIST_TYPE, DEFAULT_CREATION.name(), Creation.values()),
                property(CREATION_ROLE, ProviderConfigProperty.ROLE_TYPE, null),
                property(
                        MAX_CREATED_PER_USER,
                        ProviderConfigProperty.INTEGER_TYPE,
                        Integer.toString(DEFAULT_MAX_CREATED_PER_USER)),
                property(CREATOR_MANAGES, ProviderConfigProperty.BOOLEAN_TYPE, String.valueOf(DEFAULT_CREATOR_MANAGES)),
                property(
                        MANAGERS_CHANGE,
                        ProviderConfigProperty.MULTIVALUED_STRING_TYPE,
                        Multivalued.join(DEFAULT_MANAGERS_CHANGE.stream())),
                property(
                        EXCLUDED_CLIENTS,
                        ProviderConfigProperty.MULTIVALUED_STRING_TYPE,
                        Multivalued.join(DEFAULT_EXCLUDED_CLIENTS.stream())),
                property(BLOCKED_DOMAINS, ProviderConfigProperty.MULTIVALUED_STRING_TYPE, null),
                property(UNBLOCKED_DOMAINS, ProviderConfigProperty.MULTIVALUED_STRING_TYPE, null),
                property(
                        PROVEN_DOMAINS,
                        ProviderConfigProperty.LIST_TYPE,
                        DEFAULT_PROVEN_DOMAINS.name(),
                        ProvenDomains.values()),
                property(REQUESTS_TO, ProviderConfigProperty.STRING_TYPE, null),
                property(ASK_AGAIN_AFTER_DAYS, ProviderConfigProperty.INTEGER_TYPE, null),
                property(
                        PUBLIC_ADDRESSES_MAY_NOT,
                        ProviderConfigProperty.MULTIVALUED_LIST_TYPE,
                        null,
                        PublicAddresses.Deed.values()),
                property(ONE_ORGANIZATION_PER_PERSON, ProviderConfigProperty.BOOLEAN_TYPE, String.valueOf(false)),
                property(RESERVED_NAMES, ProviderConfigProperty.MULTIVALUED_STRING_TYPE, null),
                property(PASSWORDLESS_PROOFS, ProviderConfigProperty.MULTIVALUED_STRING_TYPE, null));
    }

    /** The names of all settings. */
    static Set<String> names() {
        return all().stream().map(ProviderConfigProperty::getName).collect(Collectors.toUnmodifiableSet());
    }

    /** The message key of a setting's label. The help text's key is the same with {@code Help} behind it. */
    static String label(String name) {
        return "orgSwitcherSetting" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static ProviderConfigProperty property(
            String name, String type, @Nullable String defaultValue, Enum<?>... options) {
        String label = label(name);
        return ProviderConfigurationBuilder.create()
                .property()
                .name(name)
                .label(label)
                .helpText(label + "Help")
                .type(type)
                .options(Stream.of(options).map(Enum::name).toList())
                .defaultValue(defaultValue)
                .add()
                .build()
                .get(0);
    }
}
