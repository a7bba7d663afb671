package io.github.orgswitcher.login;

import io.github.orgswitcher.decision.Candidate;
import io.github.orgswitcher.decision.DecisionTable.Case;
import io.github.orgswitcher.decision.SignInKind;
import io.github.orgswitcher.decision.Standing.Membership;
import io.github.orgswitcher.decision.Verdict;
import io.github.orgswitcher.testing.TestRealm;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keycloak.representations.idm.FederatedIdentityRepresentation;
import org.keycloak.representations.idm.OrganizationRepresentation;

/** Makes a case of the decision's table true in a realm: its person, its organizations, and what they did before. */
final class CaseSetUp {

    private final TestRealm realm;
    private final Case testCase;
    private final String prefix;

    CaseSetUp(TestRealm realm, Case testCase, int number) {
        this.realm = realm;
        this.testCase = testCase;
        this.prefix = "c" + number;
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

    private String domain() {
        return prefix + ".example";
    }

    /** Whether the case says something of the past, so that there must be a user already. */
    boolean hasHistory() {
        return testCase.signIn().kind() != SignInKind.SOCIAL
                || testCase.standing().skipped()
                || testCase.standing().offersHidden()
                || !testCase.standing().memberships().isEmpty()
                || testCase.standing().candidates().stream()
                        .anyMatch(candidate -> candidate.dismissed() || status(candidate.verdict()) != null);
    }

    void setUp() throws SQLException {
        realm.enableRequiredAction(
                "org-switcher",
                Map.of(
                        "creation", testCase.standing().mayCreate() ? "ANYONE" : "OFF",
                        "show", testCase.settings().show().name(),
                        "membershipRequired", String.valueOf(testCase.settings().membershipRequired())));
        Map<String, String> ids = new HashMap<>();
        for (String alias : aliases()) {
            ids.put(alias, realm.organization(alias(alias), alias(alias), attributes(alias)));
        }
        String socialId =
                realm.socialUser(username(), email(), !testCase.standing().offersHidden());
        if (hasHistory()) {
            addHistory(socialId, ids);
        }
        for (Candidate candidate : testCase.standing().candidates()) {
            if (candidate.verdict() == Verdict.SEATS_FULL) {
                String other = prefix + "-other";
                realm.member(ids.get(candidate.alias()), realm.user(other, other + "@elsewhere.example"));
            } else if (candidate.verdict() == Verdict.ORGANIZATION_DISABLED) {
                disable(ids.get(candidate.alias()));
            }
        }
    }

    private Set<String> aliases() {
        Set<String> aliases = new LinkedHashSet<>();
        testCase.standing().memberships().forEach(membership -> aliases.add(membership.alias()));
        testCase.standing().candidates().forEach(candidate -> aliases.add(candidate.alias()));
        return aliases;
    }

    private Map<String, List<String>> attributes(String alias) {
        Map<String, List<String>> attributes = new HashMap<>();
        for (Candidate candidate : testCase.standing().candidates()) {
            if (candidate.alias().equals(alias)) {
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
            }
        }
        return attributes;
    }

    private void addHistory(String socialId, Map<String, String> ids) throws SQLException {
        String userId = realm.user(username(), email());
        var user = realm.resource().users().get(userId);
        var representation = user.toRepresentation();
        representation.setEmailVerified(!testCase.standing().offersHidden());
        representation.setFirstName("Case");
        representation.setLastName("Person");
        user.update(representation);
        FederatedIdentityRepresentation link = new FederatedIdentityRepresentation();
        link.setIdentityProvider(TestRealm.SOCIAL);
        link.setUserId(socialId);
        link.setUserName(username());
        user.addFederatedIdentity(TestRealm.SOCIAL, link).close();
        for (Membership membership : testCase.standing().memberships()) {
            realm.member(ids.get(membership.alias()), userId);
        }
        for (Candidate candidate : testCase.standing().candidates()) {
            String status = candidate.dismissed() ? "DISMISSED" : status(candidate.verdict());
            if (status != null && !status.equals("JOINED")) {
                addEnrollment(ids.get(candidate.alias()), userId, status);
            }
        }
        if (testCase.standing().skipped()) {
            addEnrollment("-", userId, "DISMISSED");
        }
    }

    private static String status(Verdict verdict) {
        return switch (verdict) {
            case REQUESTED -> "REQUESTED";
            case DENIED -> "DENIED";
            case MEMBER -> "JOINED";
            default -> null;
        };
    }

    private void addEnrollment(String orgId, String userId, String status) throws SQLException {
        try (Connection connection = realm.server().database().getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into ORGSW_ENROLLMENT (REALM_ID, ORG_ID, USER_ID, STATUS, CREATED_AT, UPDATED_AT)"
                                + " values (?, ?, ?, ?, 1, 1)")) {
            insert.setString(1, realm.resource().toRepresentation().getId());
            insert.setString(2, orgId);
            insert.setString(3, userId);
            insert.setString(4, status);
            insert.executeUpdate();
        }
    }

    private void disable(String orgId) {
        var organization = realm.resource().organizations().get(orgId);
        OrganizationRepresentation representation = organization.toRepresentation();
        representation.setEnabled(false);
        organization.update(representation).close();
    }
}
