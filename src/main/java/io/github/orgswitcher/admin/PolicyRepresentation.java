package io.github.orgswitcher.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.orgswitcher.domain.Refusal;
import io.github.orgswitcher.lifecycle.DeclaredPolicy;
import io.github.orgswitcher.store.JoinMode;
import io.github.orgswitcher.store.JoinPolicy;
import io.github.orgswitcher.store.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An organization's policy, as JSON.
 *
 * @param joinMode what a match gives
 * @param source who owns the join mode; read only
 * @param refusedDomains values of the organization's attribute that are not in force; read only
 * @param refusedJoinMode the value of the organization's attribute that is not in force; read only, null where there is
 *     none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PolicyRepresentation(
        JoinMode joinMode,
        Source source,
        List<RefusedDomain> refusedDomains,
        @Nullable RefusedJoinMode refusedJoinMode) {

    /**
     * A domain that cannot be an allowed domain.
     *
     * @param domain the value
     * @param reason why
     * @param message why, as a sentence
     */
    public record RefusedDomain(String domain, Refusal reason, String message) {}

    /**
     * A join mode that does not exist.
     *
     * @param joinMode the value
     * @param message what is wrong, as a sentence
     */
    public record RefusedJoinMode(String joinMode, String message) {}

    /** Turns message keys into sentences. */
    interface Messages {
        String message(String key, Object... params);
    }

    static PolicyRepresentation of(JoinPolicy policy, DeclaredPolicy declared, Messages messages) {
        return new PolicyRepresentation(
                policy.joinMode(),
                policy.source(),
                declared.refused().stream()
                        .map(refused -> new RefusedDomain(
                                refused.domain(),
                                refused.refusal(),
                                messages.message(refused.refusal().messageKey(), refused.domain())))
                        .toList(),
                declared.refusedJoinMode()
                        .map(text -> new RefusedJoinMode(
                                text, messages.message("orgSwitcherJoinModeInvalid", JoinMode.names())))
                        .orElse(null));
    }
}
