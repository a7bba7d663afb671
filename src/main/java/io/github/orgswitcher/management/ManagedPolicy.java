package io.github.orgswitcher.management;

import io.github.orgswitcher.decision.JoinMode;
import io.github.orgswitcher.management.Act.Deed;
import io.github.orgswitcher.membership.ChoiceRefusedException;
import io.github.orgswitcher.policy.JoinPolicy;
import io.github.orgswitcher.policy.PolicySetting;
import io.github.orgswitcher.policy.PolicySettings;
import io.github.orgswitcher.policy.PolicyValues;
import io.github.orgswitcher.policy.RefusedValueException;
import io.github.orgswitcher.settings.SwitcherConfig;
import io.github.orgswitcher.store.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.models.KeycloakSession;

/** What an organization's policy says of the settings that the realm lets managers change. What its attributes say stays theirs. */
public final class ManagedPolicy {

    private final ManagedOrganization organization;

    /**
     * The policy of an organization.
     *
     * @param organization the organization
     */
    public ManagedPolicy(ManagedOrganization organization) {
        this.organization = organization;
    }

    /**
     * A setting as a manager sees it.
     *
     * @param field the setting's field
     * @param options what can be chosen; empty for yes or no
     * @param value what is in force
     * @param declared whether the organization's attributes say it, so that it is changed there alone
     */
    public record Choice(String field, List<String> options, String value, boolean declared) {}

    /**
     * Reads the settings.
     *
     * @return those that managers may change
     */
    public List<Choice> read() {
        JoinPolicy policy =
                organization.store().policies().of(organization.ref().id());
        return changeable(organization.session()).stream()
                .map(setting -> choice(policy, setting))
                .toList();
    }

    private static <T> Choice choice(JoinPolicy policy, PolicySetting<T> setting) {
        String value = String.valueOf(policy.inForce().get(setting));
        return new Choice(
                setting.field(),
                setting.options().stream()
                        .filter(option -> option.equals(value) || !staysWithAdministrators(setting, option))
                        .toList(),
                value,
                policy.declares(setting));
    }

    /** That people are joined with no question: a manager may have shown no more than an address on their domain. */
    private static boolean staysWithAdministrators(PolicySetting<?> setting, String option) {
        return setting.equals(PolicySettings.JOIN_MODE) && option.equals(JoinMode.AUTOMATIC.name());
    }

    /**
     * Changes them.
     *
     * @param posted what was posted, by the setting's field; of yes or no, what is not there is a no
     * @return what was done
     * @throws ChoiceRefusedException where a setting cannot have the value
     * @throws NoSuchOrganizationException where it is not managed any more by whoever asks
     */
    public Act change(Map<String, String> posted) {
        return organization.write(List.of(), own -> {
            String orgId = own.organization().getId();
            JoinPolicy policy = own.store().policies().of(orgId);
            PolicyValues values = policy.api();
            for (PolicySetting<?> setting : changeable(own.session())) {
                values = with(policy, values, setting, posted);
            }
            if (!values.equals(policy.api())) {
                own.store().policies().save(orgId, Source.API, values);
            }
            return Act.onOrganization(Deed.POLICY_CHANGED, orgId);
        });
    }

    private static <T> PolicyValues with(
            JoinPolicy policy, PolicyValues values, PolicySetting<T> setting, Map<String, String> posted) {
        Optional<String> text = setting.options().isEmpty()
                ? Optional.of(String.valueOf(posted.containsKey(setting.field())))
                : Optional.ofNullable(posted.get(setting.field()));
        String present = String.valueOf(policy.inForce().get(setting));
        if (policy.declares(setting) || text.isEmpty() || text.get().equals(present)) {
            return values;
        }
        try {
            if (staysWithAdministrators(setting, text.get())) {
                throw setting.refused(choice(policy, setting).options().stream().collect(Collectors.joining(", ")));
            }
            return values.with(setting, Optional.of(setting.ofTexts(List.of(text.get()))));
        } catch (RefusedValueException e) {
            throw new ChoiceRefusedException(
                    "save",
                    e.messageKey(),
                    "org_switcher_policy_refused",
                    e.params().toArray());
        }
    }

    private static List<PolicySetting<?>> changeable(KeycloakSession session) {
        Set<String> named =
                SwitcherConfig.of(session, session.getContext().getRealm()).managersChange();
        return PolicySettings.ALL.stream()
                .filter(setting -> named.contains(setting.field()))
                .collect(Collectors.toUnmodifiableList());
    }
}
