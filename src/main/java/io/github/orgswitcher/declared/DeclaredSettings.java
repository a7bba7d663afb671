package io.github.orgswitcher.declared;

import io.github.orgswitcher.decision.JoinMode;
import io.github.orgswitcher.domain.ShownText;
import io.github.orgswitcher.policy.PolicySetting;
import io.github.orgswitcher.policy.PolicySettings;
import io.github.orgswitcher.policy.PolicyValues;
import io.github.orgswitcher.policy.RefusedValueException;
import io.github.orgswitcher.store.Profiles;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an organization's attributes say about the settings of its join policy. An attribute that is meant to keep people
 * out and cannot be understood keeps everyone out.
 *
 * @param values what is in force
 * @param refused the values that are not
 * @param missingGroups the groups that are named and not there
 * @param unknown attributes of the extension's that there are not, with what they say
 * @param unclear whether something that is said of an allowed domain may be meant to keep people out, and is not in force
 */
public record DeclaredSettings(
        PolicyValues values,
        List<RefusedSetting> refused,
        List<MissingGroup> missingGroups,
        SortedMap<String, String> unknown,
        boolean unclear) {

    private static final String PREFIX = "org-switcher.";

    /** Copies what it is given. */
    public DeclaredSettings {
        refused = List.copyOf(refused);
        missingGroups = List.copyOf(missingGroups);
        unknown = Collections.unmodifiableSortedMap(new TreeMap<>(unknown));
    }

    /**
     * Whether something cannot be understood, so that nobody is let in.
     *
     * @return whether it is
     */
    public boolean closed() {
        return !refused.isEmpty() || !missingGroups.isEmpty() || !unknown.isEmpty() || unclear;
    }

    /**
     * The attributes that keep everybody out because they cannot be understood.
     *
     * @return their names, each once
     */
    public List<String> misread() {
        return Stream.of(
                        refused.stream().map(each -> each.setting().attribute()),
                        missingGroups.stream().map(MissingGroup::attribute),
                        unclear ? Stream.of(DeclaredPolicy.ALLOWED_DOMAINS) : Stream.<String>empty(),
                        unknown.keySet().stream().map(ShownText::of))
                .flatMap(names -> names)
                .distinct()
                .toList();
    }

    /**
     * Reads an organization's attributes.
     *
     * @param attributes the attributes
     * @param domains what they say of allowed domains
     * @param owner the organization
     * @return what they say
     */
    static DeclaredSettings of(Map<String, List<String>> attributes, DeclaredDomains domains, Owner owner) {
        PolicyValues values = PolicyValues.NONE;
        List<RefusedSetting> refused = new ArrayList<>();
        for (PolicySetting<?> setting : PolicySettings.ALL) {
            values = with(values, setting, attributes, refused);
        }
        PolicyValues said = values;
        List<MissingGroup> missing = Stream.concat(
                        groups(said, PolicySetting::attribute),
                        domains.policies().values().stream()
                                .flatMap(domain -> groups(domain, setting -> DeclaredPolicy.ALLOWED_DOMAINS)))
                .distinct()
                .filter(named -> !owner.groups().test(named.group()))
                .toList();
        DeclaredSettings read = new DeclaredSettings(said, refused, missing, unknown(attributes), domains.unclear());
        return read.closed() ? read.with(said.with(PolicySettings.JOIN_MODE, Optional.of(JoinMode.DISABLED))) : read;
    }

    private DeclaredSettings with(PolicyValues others) {
        return new DeclaredSettings(others, refused, missingGroups, unknown, unclear);
    }

    /** One that is misspelt may be meant to keep people out. */
    private static SortedMap<String, String> unknown(Map<String, List<String>> attributes) {
        SortedMap<String, String> unknown = new TreeMap<>();
        for (String name : attributes.keySet()) {
            String said = DeclaredPolicy.values(attributes, name).collect(Collectors.joining(", "));
            if (name.toLowerCase(Locale.ROOT).startsWith(PREFIX) && !isKnown(name) && !said.isEmpty()) {
                unknown.put(name, ShownText.of(said));
            }
        }
        return unknown;
    }

    private static boolean isKnown(String name) {
        return name.equals(DeclaredPolicy.ALLOWED_DOMAINS)
                || name.equals(Profiles.LOGO)
                || PolicySettings.ALL.stream()
                        .anyMatch(setting -> setting.attribute().equals(name));
    }

    private static Stream<MissingGroup> groups(PolicyValues values, Function<PolicySetting<?>, String> attribute) {
        return PolicySettings.ALL.stream().flatMap(setting -> groups(values, setting)
                .map(group -> new MissingGroup(setting, attribute.apply(setting), group)));
    }

    private static <T> Stream<String> groups(PolicyValues values, PolicySetting<T> setting) {
        return values.find(setting).map(setting::groups).orElse(List.of()).stream();
    }

    private static <T> PolicyValues with(
            PolicyValues values,
            PolicySetting<T> setting,
            Map<String, List<String>> attributes,
            List<RefusedSetting> refused) {
        List<String> texts = DeclaredPolicy.values(attributes, setting.attribute())
                .distinct()
                .toList();
        if (texts.isEmpty()) {
            return values;
        }
        try {
            return values.with(setting, Optional.of(setting.ofTexts(texts)));
        } catch (RefusedValueException e) {
            String shown = ShownText.of(String.join(", ", texts));
            refused.add(new RefusedSetting(setting, shown, e.messageKey(), e.params()));
            return values;
        }
    }
}
