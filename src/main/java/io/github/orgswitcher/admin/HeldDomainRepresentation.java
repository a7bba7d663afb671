package io.github.orgswitcher.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.orgswitcher.decision.JoinMode;
import io.github.orgswitcher.decision.OrganizationRef;
import io.github.orgswitcher.policy.PolicySettings;
import io.github.orgswitcher.store.HeldDomain;
import io.github.orgswitcher.store.Source;
import io.github.orgswitcher.store.Verification;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An allowed domain and the organization that holds it, as JSON.
 *
 * @param domain the domain: lower case, A-labels, {@code *.} prefix kept
 * @param source who owns it
 * @param joinMode what a match gives over this domain; null where it gives what the organization's policy says
 * @param defaultGroups the groups that new members are put into who come over this domain; null where these are the policy's
 * @param verification whether the organization has proven that it owns the domain
 * @param organization the organization
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HeldDomainRepresentation(
        String domain,
        Source source,
        @Nullable JoinMode joinMode,
        @Nullable List<String> defaultGroups,
        Verification verification,
        OrganizationRef organization) {

    static HeldDomainRepresentation of(HeldDomain held) {
        return new HeldDomainRepresentation(
                held.domain(),
                held.source(),
                held.policy().find(PolicySettings.JOIN_MODE).orElse(null),
                held.policy().find(PolicySettings.DEFAULT_GROUPS).orElse(null),
                held.verification(),
                held.organization());
    }
}
