package io.github.orgswitcher.login;

import io.github.orgswitcher.decision.Candidate;
import io.github.orgswitcher.decision.DecisionTable.Case;
import io.github.orgswitcher.decision.Invitation;
import io.github.orgswitcher.decision.OrganizationRef;
import io.github.orgswitcher.decision.SignIn;
import io.github.orgswitcher.decision.SignInKind;
import io.github.orgswitcher.decision.Standing.Choice;
import io.github.orgswitcher.decision.Verdict;
import io.github.orgswitcher.testing.TestRealm;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keycloak.representations.idm.FederatedIdentityRepresentation;
import org.keycloak.representations.idm.OrganizationRepresentation;

/**
 * Makes a case of the decision's table true in a realm: its person, its organizations, what they did before, and what the
 * person has chosen in a session.
 */
final class CaseSetUp {

    private final TestRealm realm;
    private final Case testCase;
    private final SignIn signIn;
    private final String prefix;
    private final Map<String, String> ids = new LinkedHashMap<>();
    private final CaseLogin login;

    CaseSetUp(TestRealm realm, Case testCase, int number) {
        this.realm = realm;
        this.testCase = testCase;
        this.signIn = testCase.signIn();
        this.prefix = "c" + number;
        this.login = new CaseLogin(realm, this, signIn);
    }

    String username() {
        return prefix + "-person";
    }

    String email() {
        return username() + "@" + domain();
    }

    String alias(String alias) {
        return prefix + "-" + alias;
    }

    /** The identity provider that the person comes by, in cases that have one. */
    String provider() {
        return signIn.kind() == SignInKind.ENTERPRISE ? prefix + "-provider" : TestRealm.SOCIAL;
    }

    private String domain() {
        return prefix + ".example";
    }

    /** What the person has chosen, as the preview's parameter names it; empty where the case has no choice. */
    String activeOrganization() {
        Choice choice = testCase.standing().choice();
        if (choice == null) {
            return "";
        }
        return choice.orgId() == null ? "none" : ids.get(choiceAlias());
    }

    /** The person's login, as the case has it. */
    CaseLogin login() {
        return login;
    }

    /** Whether the case says something of the past, so that there must be a user already. */
    boolean hasHistory() {
        return signIn.kind() != SignInKind.SOCIAL
                || hasSession()
                || testCase.standing().skipped()
                || testCase.standing().offersHidden()
                || !testCase.standing().memberships().isEmpty()
                || testCase.standing().invitations().stream().anyMatch(Invitation::dismissed)
                || testCase.standing().candidates().stream()
                        .anyMatch(candidate -> candidate.dismissed() || status(candidate.verdict()) != null);
    }

    private boolean hasSession() {
        return signIn.silent() || testCase.standing().choice() != null;
    }

    /** Organizations let nobody in before the session is there, so that the choice is the case's and no other. */
    void setUp() throws SQLException {
        for (String alias : aliases()) {
            ids.put(alias, realm.organization(alias(alias), alias(alias), Map.of()));
        }
        if (signIn.kind() == SignInKind.ENTERPRISE) {
            realm.organizationProvider(provider(), realm.organization(alias("linked"), alias("linked"), Map.of()));
        }
        String socialId =
                realm.socialUser(username(), email(), !testCase.standing().offersHidden());
        String userId = hasHistory() ? addUser(socialId) : null;
        if (userId != null && hasSession()) {
            openSession(userId);
        }
        for (Candidate candidate : testCase.standing().candidates()) {
            open(candidate);
        }
        if (userId != null) {
            addHistory(userId);
        }
        for (Invitation invitation : testCase.standing().invitations()) {
            invite(invitation, userId);
        }
        set(
                "creation", testCase.standing().mayCreate() ? "ANYONE" : "OFF",
                "show", testCase.settings().show().name(),
                "membershipRequired", String.valueOf(testCase.settings().membershipRequired()));
    }

    private Set<String> aliases() {
        Set<String> aliases = new LinkedHashSet<>();
        testCase.standing().memberships().forEach(membership -> aliases.add(membership.alias()));
        testCase.standing().candidates().forEach(candidate -> aliases.add(candidate.alias()));
        testCase.standing()
                .invitations()
                .forEach(invitation -> aliases.add(invitation.organization().alias()));
        if (testCase.standing().choice() != null && testCase.standing().choice().orgId() != null) {
            aliases.add(choiceAlias());
        }
        if (signIn.hint() != null) {
            aliases.add(signIn.hint());
        }
        return aliases;
    }

    private String choiceAlias() {
        return testCase.standing().choice().orgId().replaceFirst("^id-", "");
    }

    private void set(String... settings) {
        Map<String, String> config = new HashMap<>(Map.of("excludedClients", CaseLogin.EXCLUDED));
        for (int i = 0; i < settings.length; i += 2) {
            config.put(settings[i], settings[i + 1]);
        }
        realm.enableRequiredAction("org-switcher", config);
    }

    private String addUser(String socialId) {
        String userId = realm.user(username(), email());
        var user = realm.resource().users().get(userId);
        var representation = user.toRepresentation();
        representation.setEmailVerified(!testCase.standing().offersHidden());
        user.update(representation);
        FederatedIdentityRepresentation link = new FederatedIdentityRepresentation();
        link.setIdentityProvider(provider());
        link.setUserId(socialId);
        link.setUserName(username());
        user.addFederatedIdentity(provider(), link).close();
        for (OrganizationRef membership : testCase.standing().memberships()) {
            realm.member(ids.get(membership.alias()), userId);
        }
        return userId;
    }

    private void openSession(String userId) throws SQLException {
        set("creation", "OFF");
        Choice choice = testCase.standing().choice();
        if (choice == null) {
            login.open();
        } else if (choice.orgId() == null) {
            login.openWithNone();
        } else if (testCase.standing().membership(choice.orgId()).isPresent()) {
            login.openWith(alias(choiceAlias()));
        } else {
            String left = ids.get(choiceAlias());
            realm.member(left, userId);
            login.openWith(alias(choiceAlias()));
            realm.resource()
                    .organizations()
                    .get(left)
                    .members()
                    .member(userId)
                    .delete()
                    .close();
        }
        realm.server().sql().execute("delete from ORGSW_ENROLLMENT where USER_ID = ?", userId);
    }

    private void open(Candidate candidate) {
        String organizationId = ids.get(candidate.alias());
        if (candidate.verdict() == Verdict.SEATS_FULL) {
            fill(organizationId);
        }
        set(organizationId, attributes(candidate), candidate.verdict() != Verdict.ORGANIZATION_DISABLED);
    }

    private void fill(String organizationId) {
        String other = prefix + "-other";
        realm.member(organizationId, realm.user(other, other + "@elsewhere.example"));
    }

    private void set(String organizationId, Map<String, List<String>> attributes, boolean enabled) {
        var organization = realm.resource().organizations().get(organizationId);
        OrganizationRepresentation representation = organization.toRepresentation();
        representation.setAttributes(attributes);
        representation.setEnabled(enabled);
        organization.update(representation).close();
    }

    private void invite(Invitation invitation, String userId) throws SQLException {
        String organizationId = ids.get(invitation.organization().alias());
        String id = realm.invite(organizationId, email());
        if (!invitation.seatLeft()) {
            fill(organizationId);
            set(organizationId, Map.of("org-switcher.max-members", List.of("1")), true);
        }
        if (invitation.dismissed()) {
            addEnrollment(organizationId, userId, "DISMISSED");
            realm.server()
                    .sql()
                    .execute("update ORGSW_ENROLLMENT set INVITATION = ? where ORG_ID = ?", id, organizationId);
        }
    }

    private Map<String, List<String>> attributes(Candidate candidate) {
        Map<String, List<String>> attributes = new HashMap<>();
        attributes.put("org-switcher.allowed-domains", List.of(domain()));
        switch (candidate.verdict()) {
            case REQUESTABLE, REQUESTED -> attributes.put("org-switcher.join-mode", List.of("REQUEST"));
            case AUTOMATIC -> attributes.put("org-switcher.join-mode", List.of("AUTOMATIC"));
            case DISABLED -> attributes.put("org-switcher.join-mode", List.of("DISABLED"));
            case SEATS_FULL -> attributes.put("org-switcher.max-members", List.of("1"));
            case SIGN_IN_KIND -> attributes.put("org-switcher.sign-in-kinds", List.of("ENTERPRISE"));
            case DOMAIN_NOT_VERIFIED -> attributes.put("org-switcher.require-verified-domain", List.of("true"));
            default -> {}
        }
        return attributes;
    }

    private void addHistory(String userId) throws SQLException {
        for (Candidate candidate : testCase.standing().candidates()) {
            String status = candidate.dismissed() ? "DISMISSED" : status(candidate.verdict());
            if (status != null) {
                addEnrollment(ids.get(candidate.alias()), userId, status);
            }
        }
        if (testCase.standing().skipped()) {
            addSkip(userId);
        }
    }

    private static String status(Verdict verdict) {
        return switch (verdict) {
            case REQUESTED -> "REQUESTED";
            case DENIED -> "DENIED";
            default -> null;
        };
    }

    private void addEnrollment(String orgId, String userId, String status) throws SQLException {
        realm.server()
                .sql()
                .execute(
                        "insert into ORGSW_ENROLLMENT (REALM_ID, ORG_ID, USER_ID, STATUS, CREATED_AT, UPDATED_AT, TOLD_AT)"
                                + " values (?, ?, ?, ?, 1, 1, "
                                + (testCase.standing().untold() ? "null" : "1") + ")",
                        realm.resource().toRepresentation().getId(),
                        orgId,
                        userId,
                        status);
    }

    /** There is a record already where an administrator has verified the address. */
    private void addSkip(String userId) throws SQLException {
        String realmId = realm.resource().toRepresentation().getId();
        String update = "update ORGSW_PERSON set SKIPPED = true where REALM_ID = ? and USER_ID = ?";
        if (realm.server().sql().execute(update, realmId, userId) == 0) {
            realm.server()
                    .sql()
                    .execute(
                            "insert into ORGSW_PERSON (REALM_ID, USER_ID, SKIPPED) values (?, ?, true)",
                            realmId,
                            userId);
        }
    }
}
