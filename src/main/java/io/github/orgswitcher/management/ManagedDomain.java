package io.github.orgswitcher.management;

import io.github.orgswitcher.decision.JoinMode;
import io.github.orgswitcher.decision.Verdict;
import io.github.orgswitcher.management.DomainEffects.Effect;
import io.github.orgswitcher.policy.JoinPolicy;
import io.github.orgswitcher.store.AllowedDomain;
import io.github.orgswitcher.store.Source;
import io.github.orgswitcher.verification.TxtRecord;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An allowed domain as one who manages its organization sees it.
 *
 * @param domain the domain
 * @param record what to publish in DNS as proof
 * @param closed why it opens nothing; null where it does
 * @param affiliated whether the manager's own address would prove it
 * @param mailable whether a code mailed to an address on it would
 * @param joinMode what a match gives over it
 */
public record ManagedDomain(
        AllowedDomain domain,
        TxtRecord record,
        @Nullable Verdict closed,
        boolean affiliated,
        boolean mailable,
        JoinMode joinMode) {

    /**
     * A domain.
     *
     * @param effect what it gives
     * @param policy the organization's policy
     * @param own the domain of the manager's own proven address; empty where there is none
     */
    static ManagedDomain of(AllowedDomain domain, Effect effect, JoinPolicy policy, Optional<String> own) {
        boolean awaited = Affiliation.isAwaited(domain, policy);
        return new ManagedDomain(
                domain,
                TxtRecord.of(domain),
                Optional.ofNullable(effect.closed())
                        .map(ManagedOrganization::told)
                        .orElse(null),
                awaited && own.filter(domain.domain()::equals).isPresent(),
                awaited,
                effect.joinMode());
    }

    /** Whether it can be changed here. */
    public boolean changeable() {
        return domain.source() == Source.API;
    }
}
