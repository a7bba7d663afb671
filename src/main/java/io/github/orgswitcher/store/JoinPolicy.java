package io.github.orgswitcher.store;

/**
 * What an organization's allowed domains give.
 *
 * @param orgId the organization
 * @param joinMode what a match gives
 * @param source who owns the join mode
 */
public record JoinPolicy(String orgId, JoinMode joinMode, Source source) {

    /** The mode of an organization that never set one: its allowed domains, once added, are offered. */
    public static final JoinMode DEFAULT_JOIN_MODE = JoinMode.SUGGEST;

    /**
     * The policy of an organization that never set one.
     *
     * @param orgId the organization
     * @return the default policy
     */
    public static JoinPolicy defaultOf(String orgId) {
        return new JoinPolicy(orgId, DEFAULT_JOIN_MODE, Source.API);
    }
}
