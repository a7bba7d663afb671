package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.RestResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an allowed domain says for itself, beside its organization's policy. */
class DomainPolicyIT extends SwitcherSuite {

    @Override
    Map<String, String> settings() {
        return Map.of("creation", "OFF");
    }

    @Test
    void eachDomainGivesWhatItSaysAndThePeopleOfEachGoIntoItsGroups() {
        String org = added("Hooli", "hooli", "hooli.example");
        String staff = group(org, "staff");
        String guests = group(org, "guests");
        policy(org, Map.of("joinMode", "SUGGEST", "defaultGroups", List.of("/staff")));
        add(org, Map.of("domain", "*.sub.hooli.example", "joinMode", "AUTOMATIC"));
        add(
                org,
                Map.of("domain", "contractors.hooli.example", "joinMode", "REQUEST", "defaultGroups", List.of(guests)));
        add(org, Map.of("domain", "bots.hooli.example", "joinMode", "DISABLED"));
        add(org, Map.of("domain", "*.visitors.hooli.example", "defaultGroups", List.of()));

        Person anna = person("anna", "anna@hooli.example");
        Switcher.on(anna.signIn(realm().app())).join("hooli");
        OidcClient app = realm().app();
        assertThat(organizations(
                        app, person("berta", "berta@eu.sub.hooli.example").signIn(app)))
                .containsExactly("hooli");
        Person carl = person("carl", "carl@contractors.hooli.example");
        Switcher asking = Switcher.on(carl.signIn(realm().app()));
        assertThat(asking.requestable()).containsExactly("hooli");
        asking.request("hooli");
        assertThat(person("dora", "dora@bots.hooli.example")
                        .signIn(realm().app())
                        .left())
                .as("nothing on offer")
                .isTrue();
        Switcher.on(person("emil", "emil@visitors.hooli.example").signIn(realm().app()))
                .join("hooli");
        RestResponse approved =
                realm().rest().post("org-switcher/organizations/" + org + "/enrollments/" + carl.id() + "/approval");

        assertThat(approved.status()).as(approved.toString()).isEqualTo(204);
        assertThat(realm().isMember(org, carl.id())).isTrue();
        assertThat(members(org, staff)).containsExactlyInAnyOrder("anna", "berta");
        assertThat(members(org, guests)).containsExactly("carl");
    }

    @Test
    void aWildcardDoesNotOpenWhatAMoreSpecificDomainKeepsShut() {
        String org = added("Umbrella", "umbrella", "*.umbrella.example");
        policy(org, Map.of("joinMode", "AUTOMATIC"));
        add(org, Map.of("domain", "*.lab.umbrella.example", "joinMode", "DISABLED"));
        add(org, Map.of("domain", "hive.lab.umbrella.example", "joinMode", "REQUEST"));
        Person fritz = person("fritz", "fritz@lab.umbrella.example");
        Person gerda = person("gerda", "gerda@hive.lab.umbrella.example");

        assertThat(fritz.signIn(realm().app()).left()).isTrue();
        assertThat(Switcher.on(gerda.signIn(realm().app())).requestable()).containsExactly("umbrella");
        assertThat(realm().isMember(org, fritz.id())).isFalse();
        assertThat(realm().isMember(org, gerda.id())).isFalse();

        policy(org, Map.of("joinMode", "DISABLED"));
        change(org, "*.lab.umbrella.example", Map.of("joinMode", "AUTOMATIC"));
        assertThat(fritz.elsewhere().signIn(realm().app()).left()).isTrue();
        assertThat(realm().isMember(org, fritz.id()))
                .as("the domain opens where the organization does not")
                .isTrue();
    }

    @Test
    void whatTheDomainSaysIsAskedAgainWhenTheChoiceIsPosted() {
        String org = added("Cyberdyne", "cyberdyne", "cyberdyne.example");
        Person hans = person("hans", "hans@cyberdyne.example");
        Switcher shown = Switcher.on(hans.signIn(realm().app()));
        change(org, "cyberdyne.example", Map.of("joinMode", "REQUEST"));

        Page changed = shown.join("cyberdyne");
        assertThat(Switcher.on(changed).choiceError()).contains("has changed");
        Switcher asking = Switcher.on(changed);
        change(org, "cyberdyne.example", Map.of("joinMode", "DISABLED"));
        assertThat(Switcher.on(asking.request("cyberdyne")).choiceError()).contains("no longer available");
        assertThat(realm().isMember(org, hans.id())).isFalse();
    }

    @Test
    void whoAskedIsApprovedByWhatTheDomainSaysThen() {
        String org = added("Vandelay", "vandelay", "vandelay.example");
        change(org, "vandelay.example", Map.of("joinMode", "REQUEST"));
        Person ida = person("ida", "ida@vandelay.example");
        Switcher.on(ida.signIn(realm().app())).request("vandelay");
        String approval = "org-switcher/organizations/" + org + "/enrollments/" + ida.id() + "/approval";

        change(org, "vandelay.example", Map.of("joinMode", "DISABLED"));
        assertThat(realm().rest().post(approval).status()).isEqualTo(409);
        assertThat(realm().isMember(org, ida.id())).isFalse();
        change(org, "vandelay.example", Map.of("joinMode", "AUTOMATIC"));
        assertThat(realm().rest().post(approval).status()).isEqualTo(204);
        assertThat(realm().isMember(org, ida.id())).isTrue();
    }

    @Test
    void aGroupThatIsGoneKeepsNobodyOutAndIsShown() {
        String org = added("Stark", "stark", "stark.example");
        String gone = group(org, "gone");
        change(org, "stark.example", Map.of("defaultGroups", List.of(gone, "/gone")));
        realm().rest().delete("organizations/" + org + "/groups/" + gone);

        JsonNode read = realm().rest().get(domain(org, "stark.example")).json();
        assertThat(read.path("refusedSettings").findValuesAsText("value")).containsExactly(gone, "/gone");
        Person jens = person("jens", "jens@stark.example");
        assertThat(Switcher.on(jens.signIn(realm().app())).join("stark").left()).isTrue();
        assertThat(realm().isMember(org, jens.id())).isTrue();
    }

    /** Its domain is no attribute's, so that REST may change it. */
    private String added(String name, String alias, String domain) {
        String org = realm().organization(name, alias, Map.of());
        add(org, Map.of("domain", domain));
        return org;
    }

    private void policy(String org, Map<String, ?> body) {
        RestResponse changed = realm().rest().put("org-switcher/organizations/" + org + "/policy", body);
        assertThat(changed.status()).as(changed.toString()).isEqualTo(204);
    }

    private void add(String org, Map<String, ?> body) {
        RestResponse added = realm().rest().post("org-switcher/organizations/" + org + "/domains", body);
        assertThat(added.status()).as(added.toString()).isEqualTo(201);
    }

    private void change(String org, String domain, Map<String, ?> body) {
        RestResponse changed = realm().rest().put(domain(org, domain), body);
        assertThat(changed.status()).as(changed.toString()).isEqualTo(204);
    }

    private static String domain(String org, String domain) {
        return "org-switcher/organizations/" + org + "/domains/" + domain;
    }

    private String group(String org, String name) {
        return realm().rest()
                .post("organizations/" + org + "/groups", Map.of("name", name))
                .json()
                .path("id")
                .asText();
    }

    private List<String> members(String org, String group) {
        return realm().rest()
                .get("organizations/" + org + "/groups/" + group + "/members")
                .json()
                .findValuesAsText("username");
    }
}
