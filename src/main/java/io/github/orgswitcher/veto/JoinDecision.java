package io.github.orgswitcher.veto;

import java.util.Optional;
import org.keycloak.provider.Provider;

/**
 * An operator's own word on who joins, asks and creates. All that are installed are asked, each time something is about to be
 * written, and each can keep it from being done; none can allow what a rule does not.
 *
 * <p>It is asked in the transaction that writes, while others who join the same organization wait: it answers at once, and may
 * be asked again where that transaction is tried again. Whatever it writes itself is written or lost with it. Where it throws,
 * nothing is done.
 */
@FunctionalInterface
public interface JoinDecision extends Provider {

    /**
     * Decides.
     *
     * @param attempt what is about to be done
     * @return why not; empty to let it be done
     */
    Optional<JoinRefusal> refusal(JoinAttempt attempt);

    @Override
    default void close() {}
}
