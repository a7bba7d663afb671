package io.github.orgswitcher.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.AllServersAnswer;
import io.github.orgswitcher.testing.AtOnce;
import io.github.orgswitcher.testing.Eventually;
import io.github.orgswitcher.testing.HeldRows;
import io.github.orgswitcher.testing.KeycloakSuite;
import io.github.orgswitcher.testing.Rest;
import io.github.orgswitcher.testing.RestResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.FederatedIdentityRepresentation;

/**
 * What Keycloak's own requests remove while others write of the same: neither waits for the other for longer than seconds, nor ends in
 * an error that tells nothing.
 */
@AllServersAnswer
class RemovalRacesIT extends KeycloakSuite {

    private static final Duration SECONDS = Duration.ofSeconds(12);
    private static final Duration LIMIT = Duration.ofSeconds(40);

    @BeforeAll
    void enable() {
        realm().enableRequiredAction("org-switcher", Map.of());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoLeavesAndIsRemovedAtOnceHasLeft(boolean memberFirst) {
        String org = organization();
        String user = member(org);
        Supplier<RestResponse> leaving = () -> rest(user).delete("org-switcher/organizations/" + org);
        Supplier<RestResponse> removal =
                () -> realm().rest().delete("organizations/" + org + "/members/" + realm().userId(user));
        // Whom Keycloak has removed already waits for nobody.
        List<RestResponse> answers =
                memberFirst ? inOrder(org, 2, List.of(leaving, removal)) : inOrder(org, 1, List.of(removal, leaving));

        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.status()).as(answer.toString()).isLessThan(500));
        String id = realm().userId(user);
        assertThat(realm().isMember(org, id)).isFalse();
        Eventually.get("Has left", LIMIT, () -> Optional.of(id).filter(left -> server().sql()
                .query("select STATUS from ORGSW_ENROLLMENT where USER_ID = ?", left)
                .equals(List.of("LEFT"))));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoLeavesAnOrganizationThatIsBeingRemovedIsTold(boolean memberFirst) {
        String org = organization();
        String user = member(org);
        Supplier<RestResponse> leaving = () -> rest(user).delete("org-switcher/organizations/" + org);
        Supplier<RestResponse> removal = () -> realm().rest().delete("organizations/" + org);
        List<RestResponse> answers =
                inOrder(org, 2, memberFirst ? List.of(leaving, removal) : List.of(removal, leaving));

        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.status()).as(answer.toString()).isLessThan(500));
        assertThat(answers.get(memberFirst ? 1 : 0).status()).isEqualTo(204);
    }

    @Test
    void removalOfAPersonWaitsForSecondsAndIsRefused() {
        String user = member(organization());
        String id = realm().userId(user);
        try (HeldRows held = HeldRows.ofPerson(server(), id)) {
            RestResponse refused = soon(() -> realm().rest().delete("users/" + id));
            assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
            assertThat(refused.toString()).contains("Try again");
        }
        assertThat(realm().rest().delete("users/" + id).status()).isEqualTo(204);
    }

    /** What is the organization's, and not the organization itself, which whoever writes of it has locked first. */
    @Test
    void removalOfAnOrganizationWaitsForItsDomainsForSecondsAndIsRefused() {
        String org = organization();
        assertThat(realm().rest()
                        .post("org-switcher/organizations/" + org + "/domains", Map.of("domain", org + ".example"))
                        .status())
                .isEqualTo(201);
        try (HeldRows held = HeldRows.ofDomains(server(), org)) {
            RestResponse refused = soon(() -> realm().rest().delete("organizations/" + org));
            assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
            assertThat(refused.toString()).contains("Try again");
        }
        assertThat(realm().rest().delete("organizations/" + org).status()).isEqualTo(204);
    }

    @Test
    void linkToAProviderIsKeptOfWhomSomethingIsJustBeingKept() {
        String alias = "p" + UUID.randomUUID().toString().substring(0, 8);
        String org = organization();
        String other = organization();
        realm().organizationProvider(alias, other);
        assertThat(realm().rest()
                        .delete("organizations/" + other + "/identity-providers/" + alias)
                        .status())
                .isEqualTo(204);
        String id = linked(alias);
        String realmId = realm().resource().toRepresentation().getId();
        try (HeldRows held = HeldRows.ofNewPerson(server(), realmId, id)) {
            assertThat(soon(() -> realm().rest().post("organizations/" + org + "/identity-providers", alias))
                            .status())
                    .isEqualTo(204);
            held.commit();
        }
        Eventually.get("The link is kept", LIMIT, () -> Optional.of(id).filter(this::hasLink));
    }

    @Test
    void linkToARemovedProviderIsKeptOfWhomSomethingIsJustBeingKept() {
        String alias = "p" + UUID.randomUUID().toString().substring(0, 8);
        String org = organization();
        realm().organizationProvider(alias, org);
        String id = linked(alias);
        String realmId = realm().resource().toRepresentation().getId();
        try (HeldRows held = HeldRows.ofNewPerson(server(), realmId, id)) {
            assertThat(soon(() -> realm().rest().delete("identity-provider/instances/" + alias))
                            .status())
                    .isEqualTo(204);
            held.commit();
        }
        Eventually.get("The link is kept", LIMIT, () -> Optional.of(id).filter(this::hasLink));
    }

    private boolean hasLink(String id) {
        return server().sql()
                .query("select WITNESS_HASH from ORGSW_PERSON where USER_ID = ?", id)
                .equals(List.of("link"));
    }

    /** Somebody with a link, of whom nothing is on record; returns the id. */
    private String linked(String alias) {
        String name = "l" + UUID.randomUUID().toString().substring(0, 8);
        String id = realm().user(name, name + "@linked.example");
        FederatedIdentityRepresentation link = new FederatedIdentityRepresentation();
        link.setUserId("there-" + name);
        link.setUserName(name);
        realm().resource().users().get(id).addFederatedIdentity(alias, link).close();
        server().sql().execute("delete from ORGSW_PERSON where USER_ID = ?", id);
        return id;
    }

    /** Begins calls one after the other while the organization is held, each when the others wait, as far as they do. */
    private List<RestResponse> inOrder(String org, int waiting, List<Supplier<RestResponse>> calls) {
        List<AtOnce<RestResponse>> begun = new ArrayList<>();
        try (HeldRows held = HeldRows.ofOrganization(server(), org)) {
            for (Supplier<RestResponse> call : calls) {
                begun.add(AtOnce.begin(List.of(call)));
                held.untilWaiting(Math.min(begun.size(), waiting));
            }
        }
        return begun.stream().flatMap(call -> call.answers().stream()).toList();
    }

    private static <T> T soon(Supplier<T> call) {
        Instant start = Instant.now();
        T answer = call.get();
        assertThat(Duration.between(start, Instant.now())).isLessThan(SECONDS);
        return answer;
    }

    private String organization() {
        String name = "org-" + UUID.randomUUID().toString().substring(0, 8);
        return realm().organization(name, name, Map.of("org-switcher.allowed-domains", List.of(name + ".example")));
    }

    /** A member; returns the name. */
    private String member(String org) {
        String name = "m" + UUID.randomUUID().toString().substring(0, 8);
        String id = realm().user(name, name + "@member.example");
        realm().member(org, id);
        return name;
    }

    private Rest rest(String name) {
        return realm().userRest(realm().app().directGrant(name).accessToken());
    }
}
