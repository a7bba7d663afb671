package io.github.orgswitcher.lifecycle;

import io.github.orgswitcher.decision.JoinMode;
import io.github.orgswitcher.decision.SignInKind;
import io.github.orgswitcher.domain.ShownText;
import io.github.orgswitcher.store.PolicySetting;
import io.github.orgswitcher.store.PolicySettings;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an organization's attributes say about the settings of its join policy. An attribute that is meant to keep people
 * out and cannot be understood keeps everyone out.
 *
 * @param settings what is in force
 * @param refused the values that are not
 */
public record DeclaredSettings(PolicySettings settings, List<RefusedSetting> refused) {

    /**
     * Reads an organization's attributes.
     *
     * @param attributes the attributes
     * @return what they say
     */
    static DeclaredSettings of(Map<String, List<String>> attributes) {
        return new Reader(attributes).read();
    }

    /** Reads setting by setting, and gathers what is refused. */
    private static final class Reader {

        private final Map<String, List<String>> attributes;
        private final List<RefusedSetting> refused = new ArrayList<>();

        Reader(Map<String, List<String>> attributes) {
            this.attributes = attributes;
        }

        DeclaredSettings read() {
            JoinMode mode =
                    one(PolicySetting.JOIN_MODE, JoinMode::named, "orgSwitcherJoinModeInvalid", JoinMode.names());
            Integer max = one(PolicySetting.MAX_MEMBERS, Reader::positive, "orgSwitcherMaxMembersInvalid", "");
            Set<SignInKind> kinds = kinds();
            Boolean verified = one(
                    PolicySetting.REQUIRE_VERIFIED_DOMAIN, Reader::flag, "orgSwitcherRequireVerifiedDomainInvalid", "");
            List<String> groups = groups();
            return new DeclaredSettings(
                    new PolicySettings(refused.isEmpty() ? mode : JoinMode.DISABLED, max, kinds, groups, verified),
                    refused);
        }

        private Set<SignInKind> kinds() {
            Set<SignInKind> kinds = EnumSet.noneOf(SignInKind.class);
            for (String value : values(PolicySetting.SIGN_IN_KINDS)) {
                SignInKind.named(value)
                        .ifPresentOrElse(
                                kinds::add,
                                () -> refuse(
                                        PolicySetting.SIGN_IN_KINDS,
                                        value,
                                        "orgSwitcherSignInKindInvalid",
                                        SignInKind.names()));
            }
            return kinds;
        }

        private List<String> groups() {
            List<String> groups = values(PolicySetting.DEFAULT_GROUPS);
            if (PolicySettings.canStore(groups)) {
                return groups;
            }
            refuse(PolicySetting.DEFAULT_GROUPS, together(groups), "orgSwitcherDefaultGroupsTooMany", "");
            return List.of();
        }

        private <T> @Nullable T one(
                PolicySetting setting, Function<String, Optional<T>> parse, String messageKey, String accepted) {
            List<String> values = values(setting);
            if (values.isEmpty()) {
                return null;
            }
            // Of several, none goes before the others: Keycloak keeps them in no order.
            Optional<T> parsed = parse.apply(together(values));
            if (parsed.isEmpty()) {
                refuse(setting, together(values), messageKey, accepted);
            }
            return parsed.orElse(null);
        }

        private void refuse(PolicySetting setting, String value, String messageKey, String accepted) {
            refused.add(new RefusedSetting(setting, ShownText.of(value), messageKey, accepted));
        }

        private static String together(List<String> values) {
            return String.join(", ", values);
        }

        private List<String> values(PolicySetting setting) {
            return DeclaredPolicy.values(attributes, setting.attribute())
                    .distinct()
                    .toList();
        }

        private static Optional<Integer> positive(String text) {
            try {
                return Optional.of(Integer.valueOf(text)).filter(number -> number >= 1);
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }

        private static Optional<Boolean> flag(String text) {
            return switch (text) {
                case "true" -> Optional.of(true);
                case "false" -> Optional.of(false);
                default -> Optional.empty();
            };
        }
    }
}
