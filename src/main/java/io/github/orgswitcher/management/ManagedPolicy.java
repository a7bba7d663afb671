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
import io.github.orgswitcher.store.LostRaceException;
import io.github.orgswitcher.store.OwnTransaction;
import io.github.orgswitcher.store.RealmStore;
import io.github.orgswitcher.store.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
        return choices(organization.store().policies().of(organization.ref().id()), changeable(organization.session()));
    }

    /**
     * Reads the settings past what the request knows of them, after a press that others may have come before.
     *
     * @return those that managers may change; as the request knows them, where somebody holds them too long
     */
    public List<Choice> readNow() {
        try {
            return OwnTransaction.of(organization.session())
                    .call(own -> choices(
                            RealmStore.of(own, own.getContext().getRealm())
                                    .policies()
                                    .of(organization.ref().id()),
                            changeable(own)));
        } catch (LostRaceException e) {
            return read();
        }
    }

    private static List<Choice> choices(JoinPolicy policy, List<PolicySetting<?>> changeable) {
        return changeable.stream()
                .<Choice>map(setting -> choice(policy, setting))
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
     * @param asked what they are to say, by the setting's field, as JSON has it; what is not named stays as it is
     * @return what was done
     * @throws ChoiceRefusedException where a setting cannot have the value, or stays with administrators, or the organization's
     *     attributes say another
     * @throws NoSuchOrganizationException where it is not managed any more by whoever asks
     */
    public Act change(Map<String, ? extends @Nullable Object> asked) {
        return change(present -> asked);
    }

    /**
     * Changes them by what they say once nobody else changes them: of two who have been shown the same, the second is asked about
     * what the first has made of it.
     *
     * @param asking answers the settings as they are with what they are to say, as {@link #change(Map)} takes it
     * @return what was done
     * @throws ChoiceRefusedException where the answer throws it, or as {@link #change(Map)} does
     * @throws NoSuchOrganizationException where it is not managed any more by whoever asks
     */
    public Act change(Function<List<Choice>, ? extends Map<String, ? extends @Nullable Object>> asking) {
        return organization.write(List.of(), own -> {
            String orgId = own.organization().getId();
            JoinPolicy policy = own.store().policies().of(orgId);
            PolicyValues values = policy.api();
            List<PolicySetting<?>> changeable = changeable(own.session());
            Map<String, ? extends @Nullable Object> asked = asking.apply(choices(policy, changeable));
            for (PolicySetting<?> setting : PolicySettings.ALL) {
                if (asked.containsKey(setting.field())) {
                    if (!changeable.contains(setting)) {
                        throw refused(setting, "orgSwitcherManageSettingClosed", setting.field());
                    }
                    values = with(policy, values, setting, asked.get(setting.field()));
                }
            }
            if (!values.equals(policy.api())) {
                own.store().policies().save(orgId, Source.API, values);
            }
            return Act.onOrganization(Deed.POLICY_CHANGED, orgId);
        });
    }

    private static <T> PolicyValues with(
            JoinPolicy policy, PolicyValues values, PolicySetting<T> setting, @Nullable Object asked) {
        try {
            Optional<T> value = setting.ofJson(asked);
            if (value.or(setting::standard).equals(policy.inForce().inForce(setting))) {
                return values;
            }
            if (policy.declares(setting)) {
                throw refused(setting, "orgSwitcherSettingByAttribute", setting.attribute());
            }
            if (value.filter(each -> staysWithAdministrators(setting, each.toString()))
                    .isPresent()) {
                throw setting.refused(choice(policy, setting).options().stream().collect(Collectors.joining(", ")));
            }
            return values.with(setting, value);
        } catch (RefusedValueException e) {
            throw refused(setting, e.messageKey(), e.params().toArray());
        }
    }

    private static ChoiceRefusedException refused(PolicySetting<?> setting, String messageKey, Object... parameters) {
        return new ChoiceRefusedException(setting.field(), messageKey, "org_switcher_policy_refused", parameters);
    }

    private static List<PolicySetting<?>> changeable(KeycloakSession session) {
        Set<String> named =
                SwitcherConfig.of(session, session.getContext().getRealm()).managersChange();
        return PolicySettings.ALL.stream()
                .filter(setting -> named.contains(setting.field()))
                .collect(Collectors.toUnmodifiableList());
    }
}
