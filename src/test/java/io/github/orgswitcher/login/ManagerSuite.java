package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.Rest;
import io.github.orgswitcher.testing.UserAgent;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.keycloak.representations.idm.EventRepresentation;

/** A realm with organizations that have managers with no role in Keycloak. */
abstract class ManagerSuite extends SwitcherSuite {

    String managed(String alias) {
        return realm().organization(
                        alias,
                        alias,
                        Map.of(
                                "org-switcher.allowed-domains",
                                List.of(alias + ".example"),
                                "org-switcher.join-mode",
                                List.of("REQUEST"),
                                "org-switcher.manager-group",
                                List.of("/managers")));
    }

    /** A member of the organization's manager group, with no role; returns the id. */
    String manager(String org, String name) {
        if (realm().resource().users().searchByUsername(name, true).isEmpty()) {
            realm().user(name, name + "@managers.example");
        }
        String user = realm().userId(name);
        if (!realm().isMember(org, user)) {
            realm().member(org, user);
        }
        realm().rest().post("organizations/" + org + "/groups", Map.of("name", "managers"));
        assertThat(realm().rest().put(member(org, user), Map.of()).status()).isLessThan(300);
        return user;
    }

    void leaveManagers(String org, String user) {
        assertThat(realm().rest().delete(member(org, user)).status()).isLessThan(300);
    }

    String member(String org, String user) {
        String groups = "organizations/" + org + "/groups";
        String group = realm().rest()
                .get(groups + "?search=managers")
                .json()
                .get(0)
                .path("id")
                .asText();
        return groups + "/" + group + "/members/" + user;
    }

    /** Somebody who has asked; returns the id. */
    String asks(String org, String name, String alias) {
        String user = realm().user(name, name + "@" + alias + ".example");
        assertThat(rest(name)
                        .post("org-switcher/organizations/" + org + "/request")
                        .status())
                .isEqualTo(204);
        return user;
    }

    /** One of the pages about memberships, such as {@code account}, opened by somebody who has to sign in for it. */
    Page signedIn(String page, String username) {
        URI address = URI.create(server().realmUri(realm().name()) + "/org-switcher/" + page);
        return OidcClient.fillLogin(UserAgent.on(server()).open(address), username);
    }

    Rest rest(String username) {
        return realm().userRest(realm().app().directGrant(username).accessToken());
    }

    List<String> errors(String userId) {
        return events(userId, "CUSTOM_REQUIRED_ACTION_ERROR").stream()
                .map(EventRepresentation::getError)
                .toList();
    }

    /** Of what was done, and not of how the person signed in. */
    List<EventRepresentation> events(String userId, String type) {
        return realm().resource().getEvents(List.of(type), null, userId, null, null, null, 0, 100).stream()
                .filter(event ->
                        event.getDetails() == null || !event.getDetails().containsKey("code_id"))
                .toList();
    }
}
