package io.github.orgswitcher.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.AtOnce;
import io.github.orgswitcher.testing.HeldLook;
import io.github.orgswitcher.testing.HeldRows;
import io.github.orgswitcher.testing.KeycloakSuite;
import io.github.orgswitcher.testing.LeavesTrace;
import io.github.orgswitcher.testing.Rest;
import io.github.orgswitcher.testing.RestResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who joins an organization that Keycloak has begun to remove is a member of nothing afterwards, and each later request knows it. */
@LeavesTrace(
        of = "org.keycloak.organization.jpa.JpaOrganizationProvider.getOrganizationGroup",
        because = "Keycloak looks for what it has removed since the request began")
class LateMembersIT extends KeycloakSuite {

    private static final String LIST = "org-switcher/organizations";

    @BeforeAll
    void enable() {
        realm().enableRequiredAction("org-switcher", Map.of());
        organization("stays");
    }

    /**
     * The look of a request at one's organizations goes through all of the removal. That request may fail in Keycloak's own code, which
     * looks for what is gone by then; what it has seen must not be kept.
     */
    @Test
    void whoHasJustJoinedIsNotKeptFromAllLaterRequests() {
        String org = organization("late");
        realm().user("lena", "lena@late.example");
        Rest lena = realm().userRest(realm().app().directGrant("lena").accessToken());

        try (HeldLook look = HeldLook.at(server());
                HeldRows members = HeldRows.ofMembers(server(), org)) {
            AtOnce<RestResponse> join;
            AtOnce<RestResponse> removal;
            try (HeldRows held = HeldRows.ofOrganization(server(), org)) {
                join = AtOnce.begin(1, () -> lena.post(LIST + "/" + org + "/join"));
                held.untilWaiting(1);
                removal = AtOnce.begin(1, () -> realm().rest().delete("organizations/" + org));
                held.untilWaiting(2);
            }
            assertThat(join.answers().get(0).status()).isEqualTo(204);
            members.untilWaiting(1);
            look.hold();
            AtOnce<RestResponse> meanwhile = AtOnce.begin(1, () -> lena.get(LIST));
            members.untilWaiting(2).close();
            assertThat(removal.answers().get(0).status()).isEqualTo(204);
            look.letGo();
            meanwhile.answers();
        }

        RestResponse after = lena.get(LIST);
        assertThat(after.status()).as("%s", after).isEqualTo(200);
        assertThat(after.json().path("memberships")).isEmpty();
        assertThat(realm().app().directGrant("lena").accessToken()).isNotEmpty();
        assertThat(realm().resource()
                        .users()
                        .get(realm().userId("lena"))
                        .toRepresentation()
                        .getEmail())
                .isEqualTo("lena@late.example");
    }

    private String organization(String name) {
        return realm().organization(name, name, Map.of("org-switcher.allowed-domains", List.of(name + ".example")));
    }
}
