package io.github.orgswitcher.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.orgswitcher.decision.JoinMode;
import io.github.orgswitcher.decision.SignInKind;
import io.github.orgswitcher.membership.OrganizationGroups;
import io.github.orgswitcher.store.JoinPolicy;
import io.github.orgswitcher.store.PolicySetting;
import io.github.orgswitcher.store.PolicySettings;
import jakarta.ws.rs.core.Response.Status;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.keycloak.services.ErrorResponseException;

/** Reads the body of a policy's update, setting by setting. */
final class PolicyBody {

    private final AdminRequest request;
    private final JsonBody json;
    private final JoinPolicy policy;
    private final OrganizationGroups groups;

    PolicyBody(AdminRequest request, JsonBody json, JoinPolicy policy, OrganizationGroups groups) {
        this.request = request;
        this.json = json;
        this.policy = policy;
        this.groups = groups;
    }

    /**
     * What REST says from now on. What the body does not name stays as it is, and so does what stands behind a setting of
     * the attributes, which the body may repeat but not change.
     */
    PolicySettings settings() {
        return new PolicySettings(
                read(PolicySetting.JOIN_MODE, this::joinMode, PolicySettings::joinMode),
                read(PolicySetting.MAX_MEMBERS, this::maxMembers, PolicySettings::maxMembers),
                Objects.requireNonNull(read(PolicySetting.SIGN_IN_KINDS, this::kinds, PolicySettings::signInKinds)),
                Objects.requireNonNull(read(PolicySetting.DEFAULT_GROUPS, this::groups, PolicySettings::defaultGroups)),
                read(PolicySetting.REQUIRE_VERIFIED_DOMAIN, this::flag, PolicySettings::requireVerifiedDomain));
    }

    private <T> @Nullable T read(
            PolicySetting setting,
            Function<Optional<JsonNode>, @Nullable T> parse,
            Function<PolicySettings, @Nullable T> of) {
        if (!json.has(setting.field())) {
            return of.apply(policy.api());
        }
        T value = parse.apply(json.value(setting.field()));
        if (!policy.declared().has(setting)) {
            return value;
        }
        if (!Objects.equals(value, of.apply(policy.declared()))) {
            throw request.error(Status.CONFLICT, setting.field(), "orgSwitcherSettingByAttribute", setting.attribute());
        }
        return of.apply(policy.api());
    }

    private JoinMode joinMode(Optional<JsonNode> value) {
        return value.filter(JsonNode::isTextual)
                .flatMap(text -> JoinMode.named(text.textValue()))
                .orElseThrow(() -> invalid(PolicySetting.JOIN_MODE, "orgSwitcherJoinModeInvalid", JoinMode.names()));
    }

    private @Nullable Integer maxMembers(Optional<JsonNode> value) {
        if (value.isEmpty()) {
            return null;
        }
        return value.filter(number -> number.isIntegralNumber() && number.canConvertToInt())
                .map(JsonNode::intValue)
                .filter(number -> number >= 1)
                .orElseThrow(() -> invalid(PolicySetting.MAX_MEMBERS, "orgSwitcherMaxMembersInvalid"));
    }

    private Set<SignInKind> kinds(Optional<JsonNode> value) {
        Set<SignInKind> kinds = EnumSet.noneOf(SignInKind.class);
        for (JsonNode kind : items(PolicySetting.SIGN_IN_KINDS, value)) {
            kinds.add(SignInKind.named(kind.asText())
                    .orElseThrow(() ->
                            invalid(PolicySetting.SIGN_IN_KINDS, "orgSwitcherSignInKindInvalid", SignInKind.names())));
        }
        return kinds;
    }

    private List<String> groups(Optional<JsonNode> value) {
        List<String> references = items(PolicySetting.DEFAULT_GROUPS, value).stream()
                .map(JsonNode::asText)
                .distinct()
                .toList();
        for (String reference : references) {
            if (groups.find(reference).isEmpty()) {
                throw invalid(PolicySetting.DEFAULT_GROUPS, "orgSwitcherDefaultGroupInvalid", reference);
            }
        }
        if (!PolicySettings.canStore(references)) {
            throw invalid(PolicySetting.DEFAULT_GROUPS, "orgSwitcherDefaultGroupsTooMany");
        }
        return references;
    }

    private boolean flag(Optional<JsonNode> value) {
        return value.isPresent()
                && value.filter(JsonNode::isBoolean)
                        .orElseThrow(() -> invalid(
                                PolicySetting.REQUIRE_VERIFIED_DOMAIN, "orgSwitcherRequireVerifiedDomainInvalid"))
                        .booleanValue();
    }

    private List<JsonNode> items(PolicySetting setting, Optional<JsonNode> value) {
        if (value.isEmpty()) {
            return List.of();
        }
        JsonNode list = value.filter(JsonNode::isArray).orElseThrow(() -> notTexts(setting));
        List<JsonNode> items = StreamSupport.stream(list.spliterator(), false).toList();
        if (!items.stream().allMatch(JsonNode::isTextual)) {
            throw notTexts(setting);
        }
        return items;
    }

    private ErrorResponseException notTexts(PolicySetting setting) {
        return invalid(setting, "orgSwitcherJsonNotTexts", setting.field());
    }

    private ErrorResponseException invalid(PolicySetting setting, String messageKey, Object... params) {
        return request.error(Status.BAD_REQUEST, setting.field(), messageKey, params);
    }
}
