package io.github.orgswitcher.admin;

import static java.util.stream.Collectors.toMap;

import io.github.orgswitcher.testing.Rest;
import io.github.orgswitcher.testing.TestRealm;
import java.util.Map;
import java.util.stream.Stream;

/** All of a realm that a call on one organization, or on the set-up, could change, and the latest admin event. */
record RealmPicture(Map<String, String> answers) {

    static RealmPicture of(TestRealm realm, String orgId) {
        Rest rest = realm.rest();
        String own = "org-switcher/organizations/" + orgId;
        return new RealmPicture(Stream.of(
                        own + "/policy",
                        own + "/domains",
                        own + "/enrollments?status=DISMISSED,REQUESTED,DENIED,JOINED,LEFT",
                        "organizations/" + orgId,
                        "organizations/" + orgId + "/members",
                        "organizations/" + orgId + "/invitations",
                        "org-switcher/setup",
                        "admin-events?max=1")
                .collect(toMap(path -> path, path -> rest.get(path).body())));
    }
}
