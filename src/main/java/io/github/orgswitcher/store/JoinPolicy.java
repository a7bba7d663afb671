package io.github.orgswitcher.store;

import io.github.orgswitcher.decision.JoinMode;
import io.github.orgswitcher.decision.SignInKind;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an organization's allowed domains give, and to whom. Both owners may say something of each setting; what the
 * organization's attributes say is in force, and nothing of the other's is lost.
 *
 * @param declared what the organization's attributes say
 * @param api what REST and the Admin Console say
 */
public record JoinPolicy(PolicySettings declared, PolicySettings api) {

    /** The mode of an organization that never set one: its allowed domains, once added, are offered. */
    public static final JoinMode DEFAULT_JOIN_MODE = JoinMode.SUGGEST;

    private PolicySettings inForce() {
        return declared.orElse(api);
    }

    /**
     * What a match gives.
     *
     * @return the mode
     */
    public JoinMode joinMode() {
        JoinMode mode = inForce().joinMode();
        return mode == null ? DEFAULT_JOIN_MODE : mode;
    }

    /**
     * How many members there may be.
     *
     * @return the number; null for no limit
     */
    public @Nullable Integer maxMembers() {
        return inForce().maxMembers();
    }

    /**
     * The kinds of sign-in that open the organization.
     *
     * @return the kinds; empty for all
     */
    public Set<SignInKind> signInKinds() {
        return inForce().signInKinds();
    }

    /**
     * The groups that a new member is put into.
     *
     * @return ids or paths of groups of the organization
     */
    public List<String> defaultGroups() {
        return inForce().defaultGroups();
    }

    /**
     * Whether only domains count that the organization has proven to own.
     *
     * @return whether they must be verified
     */
    public boolean requireVerifiedDomain() {
        return Boolean.TRUE.equals(inForce().requireVerifiedDomain());
    }

    /**
     * Who owns a setting.
     *
     * @param setting the setting
     * @return the owner
     */
    public Source source(PolicySetting setting) {
        return declared.has(setting) ? Source.ATTRIBUTE : Source.API;
    }
}
