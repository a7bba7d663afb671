package io.github.orgswitcher.admin;

import static java.util.stream.Collectors.toMap;

import io.github.orgswitcher.admin.PolicyRepresentation.Access;
import io.github.orgswitcher.admin.PolicyRepresentation.RefusedDomain;
import io.github.orgswitcher.admin.PolicyRepresentation.RefusedJoinMode;
import io.github.orgswitcher.admin.PolicyRepresentation.RefusedValue;
import io.github.orgswitcher.admin.PolicyRepresentation.Setting;
import io.github.orgswitcher.declared.DeclaredPolicy;
import io.github.orgswitcher.declared.RefusedSetting;
import io.github.orgswitcher.domain.ShownText;
import io.github.orgswitcher.people.OrganizationGroups;
import io.github.orgswitcher.policy.JoinPolicy;
import io.github.orgswitcher.policy.PolicySetting;
import io.github.orgswitcher.policy.PolicySettings;
import io.github.orgswitcher.policy.PolicyValues;
import io.github.orgswitcher.store.Source;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.OrganizationModel;

/** Puts together what an administrator reads of a policy. */
final class PolicyReader {

    private final AdminRequest request;
    private final OrganizationModel organization;
    private final OrganizationGroups groups;
    private final DeclaredPolicy declared;

    PolicyReader(AdminRequest request, OrganizationModel organization, OrganizationGroups groups) {
        this.request = request;
        this.organization = organization;
        this.groups = groups;
        this.declared = request.declaredPolicies().of(organization);
    }

    PolicyRepresentation read(JoinPolicy policy) {
        return new PolicyRepresentation(
                values(policy.inForce()),
                PolicySettings.ALL.stream().map(Setting::of).toList(),
                source(policy, PolicySettings.JOIN_MODE),
                sources(policy),
                request.store().organizations().memberCount(organization.getId()),
                request.store().enrollments().openRequests(organization.getId()),
                refusedDomains(),
                refusedJoinMode(),
                refusedSettings(policy),
                new Access(
                        request.organizations().mayView(organization),
                        request.organizations().mayManage(organization)));
    }

    private static Map<String, Object> values(PolicyValues values) {
        Map<String, Object> json = new LinkedHashMap<>();
        for (PolicySetting<?> setting : PolicySettings.ALL) {
            values.inForce(setting).ifPresent(value -> json.put(setting.field(), value));
        }
        return json;
    }

    private static Map<String, Source> sources(JoinPolicy policy) {
        return PolicySettings.ALL.stream()
                .collect(toMap(
                        PolicySetting::field, setting -> source(policy, setting), (one, other) -> one, TreeMap::new));
    }

    private static Source source(JoinPolicy policy, PolicySetting<?> setting) {
        return policy.declares(setting) ? Source.ATTRIBUTE : Source.API;
    }

    private List<RefusedDomain> refusedDomains() {
        return declared.refused().stream()
                .map(refused -> new RefusedDomain(
                        refused.domain(),
                        refused.refusal(),
                        request.message(refused.refusal().messageKey(), refused.domain())))
                .toList();
    }

    private @Nullable RefusedJoinMode refusedJoinMode() {
        return declared.policy().refused().stream()
                .filter(PolicyReader::isJoinMode)
                .map(refused -> new RefusedJoinMode(refused.value(), message(refused)))
                .findFirst()
                .orElse(null);
    }

    private List<RefusedValue> refusedSettings(JoinPolicy policy) {
        Stream<RefusedValue> ofAttributes = declared.policy().refused().stream()
                .filter(Predicate.not(PolicyReader::isJoinMode))
                .map(refused -> new RefusedValue(refused.setting().field(), refused.value(), message(refused)));
        List<RefusedValue> missingGroups =
                new MissingGroups(request, groups).in(policy.inForce()).toList();
        Stream<RefusedValue> unknown = declared.policy().unknown().entrySet().stream()
                .map(attribute -> new RefusedValue(
                        attribute.getKey(),
                        attribute.getValue(),
                        request.message("orgSwitcherAttributeUnknown", ShownText.of(attribute.getKey()))));
        return Stream.of(ofAttributes, missingGroups.stream(), missingAtDomains(missingGroups), unknown)
                .flatMap(Function.identity())
                .toList();
    }

    /** Groups that the attributes name at one domain, which keeps everybody out. */
    private Stream<RefusedValue> missingAtDomains(List<RefusedValue> named) {
        return declared.policy().missingGroups().stream()
                .filter(missing -> named.stream().map(RefusedValue::value).noneMatch(missing.group()::equals))
                .map(missing -> new RefusedValue(
                        missing.setting().field(),
                        missing.group(),
                        request.message(
                                missing.setting().refused(missing.group()).messageKey(), missing.group())));
    }

    private static boolean isJoinMode(RefusedSetting refused) {
        return refused.setting().equals(PolicySettings.JOIN_MODE);
    }

    private String message(RefusedSetting refused) {
        return request.message(refused.messageKey(), refused.params().toArray());
    }
}
