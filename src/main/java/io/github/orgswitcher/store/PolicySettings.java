package io.github.orgswitcher.store;

import io.github.orgswitcher.decision.JoinMode;
import io.github.orgswitcher.decision.SignInKind;
import io.github.orgswitcher.domain.StorableText;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one owner says about a join policy. What is null or empty, the owner leaves to the other.
 *
 * @param joinMode what a match gives
 * @param maxMembers how many members there may be
 * @param signInKinds the kinds of sign-in that open the organization
 * @param defaultGroups ids or paths of the organization's groups that a new member is put into
 * @param requireVerifiedDomain whether only domains count that the organization has proven to own
 */
public record PolicySettings(
        @Nullable JoinMode joinMode,
        @Nullable Integer maxMembers,
        Set<SignInKind> signInKinds,
        List<String> defaultGroups,
        @Nullable Boolean requireVerifiedDomain) {

    /** Says nothing. */
    public static final PolicySettings NONE = new PolicySettings(null, null, Set.of(), List.of(), null);

    /** What fits into the column of the groups. */
    private static final int MAX_GROUPS_LENGTH = 2000;

    /** Copies the collections. */
    public PolicySettings {
        signInKinds = Set.copyOf(signInKinds);
        defaultGroups = List.copyOf(defaultGroups);
    }

    /**
     * Whether groups can be stored all together, one a line.
     *
     * @param groups ids or paths
     * @return whether they can
     */
    public static boolean canStore(List<String> groups) {
        return String.join("\n", groups).length() <= MAX_GROUPS_LENGTH
                && groups.stream().allMatch(group -> StorableText.is(group) && group.indexOf('\n') < 0);
    }

    /**
     * Whether a setting is made.
     *
     * @param setting the setting
     * @return whether this owner says something about it
     */
    public boolean has(PolicySetting setting) {
        return switch (setting) {
            case JOIN_MODE -> joinMode != null;
            case MAX_MEMBERS -> maxMembers != null;
            case SIGN_IN_KINDS -> !signInKinds.isEmpty();
            case DEFAULT_GROUPS -> !defaultGroups.isEmpty();
            case REQUIRE_VERIFIED_DOMAIN -> requireVerifiedDomain != null;
        };
    }

    /**
     * These settings, and the other's where these say nothing.
     *
     * @param other the other owner's
     * @return both
     */
    public PolicySettings orElse(PolicySettings other) {
        return new PolicySettings(
                joinMode != null ? joinMode : other.joinMode,
                maxMembers != null ? maxMembers : other.maxMembers,
                signInKinds.isEmpty() ? other.signInKinds : signInKinds,
                defaultGroups.isEmpty() ? other.defaultGroups : defaultGroups,
                requireVerifiedDomain != null ? requireVerifiedDomain : other.requireVerifiedDomain);
    }
}
