package io.github.orgswitcher.policy;

import io.github.orgswitcher.decision.JoinMode;
import io.github.orgswitcher.decision.SignInKind;
import java.util.List;
import java.util.Set;

/**
 * All settings of a policy. A new one is a constant here and a property of the row that holds it; attributes, REST, the API
 * document and the Admin Console's tab follow.
 */
public final class PolicySettings {

    /** What a match gives. The allowed domains of an organization that has said nothing, once added, are offered. */
    public static final PolicySetting<JoinMode> JOIN_MODE =
            new OneOf<>("joinMode", JoinMode.class, JoinMode.SUGGEST, "orgSwitcherJoinModeInvalid");

    /** The kinds of sign-in that open the organization. */
    public static final PolicySetting<Set<SignInKind>> SIGN_IN_KINDS =
            new SomeOf<>("signInKinds", SignInKind.class, "orgSwitcherSignInKindInvalid");

    /** How many members there may be. */
    public static final PolicySetting<Integer> MAX_MEMBERS = new Count("maxMembers", "orgSwitcherMaxMembersInvalid");

    /** The groups that a new member is put into. */
    public static final PolicySetting<List<String>> DEFAULT_GROUPS =
            new Groups("defaultGroups", "orgSwitcherDefaultGroupInvalid", "orgSwitcherDefaultGroupsTooMany");

    /** Whether only domains count that the organization has proven to own. */
    public static final PolicySetting<Boolean> REQUIRE_VERIFIED_DOMAIN =
            new Flag("requireVerifiedDomain", false, "orgSwitcherRequireVerifiedDomainInvalid");

    /** The group whose members decide on requests, without a role in Keycloak. */
    public static final PolicySetting<String> MANAGER_GROUP =
            new OneGroup("managerGroup", "orgSwitcherManagerGroupInvalid");

    /** Whether managers, and the realm's own address, get a mail when somebody asks to join. */
    public static final PolicySetting<Boolean> MAIL_REQUESTS =
            new Flag("mailRequests", true, "orgSwitcherMailsInvalid");

    /** Whether who has asked gets a mail with the answer. */
    public static final PolicySetting<Boolean> MAIL_ANSWERS = new Flag("mailAnswers", true, "orgSwitcherMailsInvalid");

    /** Whether who joins gets a mail. */
    public static final PolicySetting<Boolean> MAIL_WELCOME = new Flag("mailWelcome", false, "orgSwitcherMailsInvalid");

    /** All, in the order in which people read them. */
    public static final List<PolicySetting<?>> ALL = List.of(
            JOIN_MODE,
            SIGN_IN_KINDS,
            MAX_MEMBERS,
            DEFAULT_GROUPS,
            REQUIRE_VERIFIED_DOMAIN,
            MANAGER_GROUP,
            MAIL_REQUESTS,
            MAIL_ANSWERS,
            MAIL_WELCOME);

    /** Those that can be set for one allowed domain, too. */
    public static final List<PolicySetting<?>> OF_ONE_DOMAIN = List.of(JOIN_MODE, DEFAULT_GROUPS);

    private PolicySettings() {}
}
