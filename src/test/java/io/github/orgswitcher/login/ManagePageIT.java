package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import io.github.orgswitcher.testing.Browsers;
import io.github.orgswitcher.testing.EnrollmentRows;
import io.github.orgswitcher.testing.Mail;
import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.RequiresChromium;
import io.github.orgswitcher.testing.RestResponse;
import io.github.orgswitcher.testing.TestRealm;
import io.github.orgswitcher.testing.UserAgent;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.OrganizationRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** The page for those who manage an organization with no role in Keycloak, by both of its doors. */
class ManagePageIT extends ManagerSuite {

    private static final String FORM = "form#org-switcher-manage";
    private static final String NONE = "There is no such organization, or you do not manage it.";

    @BeforeAll
    void switchThePageOn() {
        realm().enableRequiredAction("org-switcher-account", Map.of());
        realm().browserFlowWith("org-switcher");
    }

    @Test
    void managerWithNoRoleGetsTheMailFollowsItAndApproves() {
        String org = managed("deal");
        String mona = manager(org, "mona");
        String anna = asks(org, "anna", "deal");
        Mail mail = server().mailbox().awaitMailTo("mona@managers.example");
        assertThat(mail.links())
                .singleElement()
                .asString()
                .isEqualTo(address("deal").toString());

        Page page = OidcClient.fillLogin(
                UserAgent.on(server()).open(URI.create(mail.links().get(0).toString())), "mona");
        assertThat(page.uri()).as("nothing of the login is left").isEqualTo(address("deal"));
        assertThat(page.headers().get("cache-control").toString()).contains("no-store");
        assertThat(page.element("#org-switcher-row-" + anna).text()).contains("anna@deal.example", "deal.example");
        Page approved = page.submit("#org-switcher-approve-" + anna);

        assertThat(approved.uri()).as("a redirect after the post").isEqualTo(address("deal"));
        assertThat(approved.text()).contains("The request was approved.", "Nobody waits for an answer.");
        assertThat(approved.document().title())
                .as("a title is read out when a page has come")
                .startsWith("The request was approved. · Requests · Manage deal");
        assertThat(realm().isMember(org, anna)).isTrue();
        assertThat(server().mailbox().awaitMailTo("anna@deal.example").subject())
                .isEqualTo("You are a member of deal now");
        assertThat(approved.submit("#org-switcher-view-people").text())
                .contains("anna@deal.example", "Joined by an approved request over deal.example");
        assertThat(events(mona, "CUSTOM_REQUIRED_ACTION")).singleElement().satisfies(event -> assertThat(
                        event.getDetails())
                .containsEntry("org_switcher_outcome", "approved")
                .containsEntry("org_switcher_organization", org)
                .containsEntry("org_switcher_person", anna));
        assertThat(UserAgent.on(server()).open(address("deal")).has("#username"))
                .as("nobody is signed in there")
                .isTrue();
    }

    @Test
    void whoIsDeclinedMayAskAgainOnceThatIsTakenBack() {
        String org = managed("again");
        Page page = managing(org, "again", "marc");
        String bert = asks(org, "bert", "again");

        Page denied = page.submit("#org-switcher-view-requests").submit("#org-switcher-deny-" + bert);
        assertThat(denied.text()).contains("The request was declined.");
        assertThat(rest("bert")
                        .post("org-switcher/organizations/" + org + "/request")
                        .status())
                .isEqualTo(403);
        Page forgotten = denied.submit("#org-switcher-view-declined").submit("#org-switcher-forget-" + bert);

        assertThat(forgotten.text()).contains("The person may ask again.");
        assertThat(forgotten.element("#org-switcher-view-declined").hasAttr("aria-current"))
                .as("where it was pressed")
                .isTrue();
        assertThat(rest("bert")
                        .post("org-switcher/organizations/" + org + "/request")
                        .status())
                .isEqualTo(204);
    }

    @Test
    void decisionThatIsNoneAnyMoreIsRefusedWithASentence() {
        String org = managed("late");
        String other = managed("other");
        Page page = managing(org, "late", "lars");
        manager(other, "omar");
        String cleo = asks(org, "cleo", "late");
        String foreign = asks(other, "foreign", "other");
        Page open = page.submit("#org-switcher-view-requests");
        open.submit("#org-switcher-approve-" + cleo);

        for (String gone : List.of(cleo, foreign, "nobody", "\u0000")) {
            Page refused = open.post(
                    Map.of("token", open.element("[name=token]").attr("value"), "view", "requests", "approve", gone));
            assertThat(refused.element("#org-switcher-error").text()).contains("no open request");
        }

        assertThat(realm().isMember(other, foreign)).isFalse();
        assertThat(errors(realm().userId("lars"))).hasSize(4).containsOnly("org_switcher_request_refused");
    }

    @Test
    void forNobodyElseThereIsSuchAnOrganization() {
        String org = managed("mine");
        String other = managed("theirs");
        manager(org, "mia");
        String dora = asks(org, "dora", "mine");
        Page own = signedIn(address("mine"), "mia");
        realm().user("plain", "plain@managers.example");
        realm().member(org, realm().userId("plain"));
        manager(other, "otto");
        String admin = realm().administrator("realm-admin");

        for (String username : List.of("plain", "otto", admin, "dora")) {
            Page page = signedIn(address("mine"), username);
            assertThat(page.status()).as(username).isEqualTo(404);
            assertThat(page.text())
                    .contains(NONE)
                    .isEqualTo(page.agent().open(address("unknown")).text());
            Page account = page.agent().open(URI.create(server().realmUri(realm().name()) + "/org-switcher/account"));
            assertThat(account.has("#org-switcher-manage-mine")).isFalse();
        }
        own.element(FORM).attr("action", address("theirs").toString());
        assertThat(own.submit("#org-switcher-approve-" + dora).status())
                .as("a form that is posted to somebody else's")
                .isEqualTo(404);

        assertThat(realm().isMember(org, dora)).isFalse();
        assertThat(own.agent()
                        .open(URI.create(server().realmUri(realm().name()) + "/org-switcher/account"))
                        .element("#org-switcher-manage-mine")
                        .attr("href"))
                .as("who manages it is led there")
                .isEqualTo(address("mine").toString());
        assertThat(rest("mia")
                        .get("org-switcher/organizations")
                        .json()
                        .path("memberships")
                        .path(0)
                        .path("manages")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void whoIsNoManagerAnyMoreDecidesNothing() {
        String org = managed("former");
        String fred = manager(org, "fred");
        Page open = signedIn(address("former"), "fred");
        String emil = asks(org, "emil", "former");
        open = open.submit("#org-switcher-view-requests");
        leaveManagers(org, fred);

        assertThat(open.submit("#org-switcher-approve-" + emil).status()).isEqualTo(404);

        assertThat(errors(fred)).containsExactly("org_switcher_not_manager");
        manager(org, "fred");
        OrganizationRepresentation off =
                realm().resource().organizations().get(org).toRepresentation();
        off.setEnabled(false);
        realm().resource().organizations().get(org).update(off).close();
        assertThat(open.submit("#org-switcher-approve-" + emil).status())
                .as("the organization is off")
                .isEqualTo(404);
        assertThat(realm().isMember(org, emil)).isFalse();
    }

    @Test
    void nobodyManagesInSomebodyElsesName() {
        String org = managed("acted");
        manager(org, "mara");
        UserAgent administrator = UserAgent.on(server());
        RestResponse acting = realm().rest().post("users/" + realm().userId("mara") + "/impersonation");
        administrator.take(server().realmUri(realm().name()), acting);
        Page account = administrator.open(URI.create(server().realmUri(realm().name()) + "/org-switcher/account"));

        assertThat(account.text()).contains("mara@managers.example");
        assertThat(account.has("#org-switcher-manage-acted")).isFalse();
        assertThat(administrator.open(address("acted")).status()).isEqualTo(404);
    }

    @Test
    void pressOfAnotherPageDoesNothing() {
        String org = managed("forge");
        Page page = managing(org, "forge", "frida");
        String finn = asks(org, "finn", "forge");
        String ofAccount = page.agent()
                .open(URI.create(server().realmUri(realm().name()) + "/org-switcher/account"))
                .element("[name=token]")
                .attr("value");

        for (Map<String, String> forged : List.of(
                Map.of("approve", finn),
                Map.of("approve", finn, "token", "nonsense"),
                Map.of("approve", finn, "token", ofAccount))) {
            Page refused = page.post(forged);
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.text()).contains("Press again");
        }

        assertThat(realm().isMember(org, finn)).isFalse();
    }

    @Test
    void domainOpensOnceItIsProvenByDns() {
        String org = realm().organization("prove", "prove", Map.of("org-switcher.manager-group", List.of("/managers")));
        Page page = managing(org, "prove", "paul").submit("#org-switcher-view-domains");
        realm().user("pia", "pia@proof.example");

        Page added = page.submit("#org-switcher-add", Map.of("domain", " Proof.EXAMPLE "));
        assertThat(added.text()).contains("It lets nobody in until it is proven.", "Nobody gets in over this domain");
        assertThat(rest("pia")
                        .post("org-switcher/organizations/" + org + "/join")
                        .status())
                .isEqualTo(404);
        assertThat(added.document().select("summary").eachAttr("aria-describedby"))
                .as("what opens says of which domain")
                .isNotEmpty()
                .containsOnly("org-switcher-name-proof.example");
        List<String> record = added.document().select("code").eachText();
        assertThat(record.get(0)).isEqualTo("_org-switcher.proof.example");
        Page missing = added.submit("[id=org-switcher-check-proof.example]");
        assertThat(missing.text()).contains("DNS does not show the record yet.");
        server().dns().publish(record.get(0), record.get(1));
        Page proven = missing.submit("[id=org-switcher-check-proof.example]");

        assertThat(proven.text()).contains("the domain is proven").contains("Proven by DNS on");
        assertThat(proven.has("code")).isFalse();
        assertThat(rest("pia")
                        .post("org-switcher/organizations/" + org + "/join")
                        .status())
                .isEqualTo(204);
        Page removed = proven.submit("[id=org-switcher-remove-proof.example]");
        assertThat(removed.text()).contains("The domain was removed.", "No domain lets people in yet.");
        assertThat(events(realm().userId("paul"), "CUSTOM_REQUIRED_ACTION"))
                .extracting(event -> event.getDetails().get("org_switcher_outcome"))
                .containsExactlyInAnyOrder("domain_added", "domain_not_proven", "domain_proven", "domain_removed");
    }

    @Test
    void managersOwnAddressProvesItsVeryDomainUntilAnotherHasProvenItByDns() {
        String org = organization("ours", "ours");
        realm().user("quinn", "quinn@affiliated.example");
        manager(org, "quinn");
        joinMode(org, "AUTOMATIC");
        Page page = signedIn(address("ours"), "quinn").submit("#org-switcher-view-domains");
        realm().user("rosa", "rosa@affiliated.example");

        for (String further : List.of("*.affiliated.example", "sub.affiliated.example", "elsewhere.example")) {
            assertThat(page.submit("#org-switcher-add", Map.of("domain", further))
                            .text())
                    .as(further)
                    .contains("It lets nobody in until it is proven.");
        }
        Page added = page.submit("#org-switcher-add", Map.of("domain", "affiliated.example"));
        assertThat(added.text()).contains("Your own address is on this domain");
        assertThat(joinModeOf(org, "affiliated.example"))
                .as("nobody is joined without being asked, since a manager has shown an address alone")
                .isEqualTo("SUGGEST");
        assertThat(joinModeOf(org, "elsewhere.example")).isEqualTo("AUTOMATIC");
        assertThat(rest("rosa")
                        .post("org-switcher/organizations/" + org + "/join")
                        .status())
                .isEqualTo(204);
        added.submit("[id=org-switcher-remove-affiliated.example]");
        setVerified("quinn", false);
        Page claimed = page.submit("#org-switcher-add", Map.of("domain", "affiliated.example"));
        assertThat(claimed.text()).as("who proves it?").contains("It lets nobody in until it is proven.");
        assertThat(claimed.has("[id=org-switcher-affiliate-affiliated.example]"))
                .isFalse();
        setVerified("quinn", true);
        Page open = page.submit("#org-switcher-view-domains");
        Page affiliated = open.submit("[id=org-switcher-affiliate-affiliated.example]");
        assertThat(affiliated.text()).contains("Your own address is on this domain");
        assertThat(joinModeOf(org, "affiliated.example")).isEqualTo("SUGGEST");
        Page forged = open.post(Map.of(
                "token",
                open.element("[name=token]").attr("value"),
                "view",
                "domains",
                "affiliate",
                "elsewhere.example"));
        assertThat(forged.element("#org-switcher-error").text()).contains("is not on “elsewhere.example”");

        String owner = organization("Real Owner", "real-owner");
        String domains = "org-switcher/organizations/" + owner + "/domains";
        var theirs = realm().rest()
                .post(domains, Map.of("domain", "affiliated.example"))
                .json()
                .path("record");
        server().dns()
                .publish(theirs.path("name").asText(), theirs.path("value").asText());
        realm().rest().post(domains + "/affiliated.example/verification");
        assertThat(page.submit("#org-switcher-view-domains").text())
                .contains("affiliated.example Nobody gets in over this domain")
                .doesNotContain("Another organization");
        realm().user("sara", "sara@affiliated.example");
        assertThat(rest("sara")
                        .post("org-switcher/organizations/" + org + "/join")
                        .status())
                .isEqualTo(404);
    }

    /** The attribute lets no domain ask, and so nothing short of DNS opens one. */
    @Test
    void managersOwnAddressJoinsNobodyWhereTheAttributeHasAllJoined() {
        String org = realm().organization(
                        "Automatic",
                        "automatic",
                        Map.of(
                                "org-switcher.manager-group",
                                List.of("/managers"),
                                "org-switcher.join-mode",
                                List.of("AUTOMATIC")));
        realm().user("ute", "ute@taken-in.example");
        Page page = managing(org, "automatic", "ute").submit("#org-switcher-view-domains");

        Page added = page.submit("#org-switcher-add", Map.of("domain", "taken-in.example"));

        assertThat(added.text()).contains("It lets nobody in until it is proven.");
        assertThat(added.has("[id=org-switcher-affiliate-taken-in.example]")).isFalse();
        Page forged = added.post(Map.of(
                "token",
                added.element("[name=token]").attr("value"),
                "view",
                "domains",
                "affiliate",
                "taken-in.example"));
        assertThat(forged.element("#org-switcher-error").text()).contains("org-switcher.join-mode");
        realm().user("uwe", "uwe@taken-in.example");
        assertThat(rest("uwe").get("org-switcher/organizations").json().path("offers"))
                .isEmpty();
    }

    private void joinMode(String org, String mode) {
        assertThat(realm().rest()
                        .put(
                                "org-switcher/organizations/" + org + "/policy",
                                Map.of("joinMode", mode, "managerGroup", "/managers"))
                        .status())
                .isEqualTo(204);
    }

    private String joinModeOf(String org, String domain) {
        return realm().rest()
                .get("org-switcher/organizations/" + org + "/domains/" + domain)
                .json()
                .path("inForce")
                .path("joinMode")
                .asText();
    }

    @Test
    void domainThatCannotBeIsRefusedAtItsFieldAndThatOfAnAttributeStays() {
        String org = managed("fixed");
        Page page = managing(org, "fixed", "tom").submit("#org-switcher-view-domains");
        assertThat(page.has("[id=org-switcher-remove-fixed.example]")).isFalse();
        assertThat(page.text()).contains("Join mode: Ask");

        for (String refused : List.of("gmail.com", "co.uk", "no domain", "fixed.example")) {
            Page again = page.submit("#org-switcher-add", Map.of("domain", refused));
            assertThat(again.element("#org-switcher-domain").attr("value")).isEqualTo(refused);
            assertThat(again.has("#org-switcher-add-error")).as(refused).isTrue();
        }
        for (String address : List.of("bob@meant.example", "https://www.meant.example/about")) {
            Page asked = page.submit("#org-switcher-add", Map.of("domain", address));
            assertThat(asked.element("#org-switcher-domain").attr("value")).isEqualTo(address);
            assertThat(asked.element("#org-switcher-add-error").text()).isEqualTo("Did you mean meant.example?");
        }
        assertThat(page.submit("#org-switcher-add", Map.of("domain", " "))
                        .element("#org-switcher-add-error")
                        .text())
                .isEqualTo("Enter a domain.");
        String token = page.element("[name=token]").attr("value");
        assertThat(page.post(Map.of("token", token, "view", "domains", "remove", "fixed.example"))
                        .element("#org-switcher-error")
                        .text())
                .contains("comes from the organization’s attribute");
        assertThat(page.post(Map.of("token", token, "view", "domains", "remove", "acme.example"))
                        .element("#org-switcher-error")
                        .text())
                .contains("is not an allowed domain of this organization");
        assertThat(errors(realm().userId("tom"))).hasSize(9).containsOnly("org_switcher_domain_refused");
    }

    @Test
    void invitedPersonGetsKeycloaksMailAndWithdrawingEndsIt() {
        String org = managed("inv");
        Page page = managing(org, "inv", "uma").submit("#org-switcher-view-invitations");
        realm().user("vito", "vito@elsewhere.example");

        Page known = page.submit("#org-switcher-invite", Map.of("email", "Vito@elsewhere.example"));
        Page unknown = page.submit("#org-switcher-invite", Map.of("email", "nobody@elsewhere.example"));

        for (Page invited : List.of(known, unknown)) {
            assertThat(invited.text()).contains("The invitation is sent.");
        }
        assertThat(unknown.document()
                        .select("li.org-switcher-row .org-switcher-name")
                        .eachText())
                .containsExactlyInAnyOrder("vito@elsewhere.example", "nobody@elsewhere.example");
        Mail mail = server().mailbox().awaitMailTo("vito@elsewhere.example");
        assertThat(mail.links().get(0).toString()).contains("/login-actions/action-token?key=");
        assertThat(mail.text()).contains("12 hours");
        assertThat(server().mailbox()
                        .awaitMailTo("nobody@elsewhere.example")
                        .links()
                        .get(0)
                        .toString())
                .contains("/registrations?");
        assertThat(rest("vito").get("org-switcher/organizations").json().path("invitations"))
                .hasSize(1);
        Page twice = unknown.submit("#org-switcher-invite", Map.of("email", "vito@elsewhere.example"));
        assertThat(twice.element("#org-switcher-add-error").text()).contains("is invited already");
        assertThat(twice.element("#org-switcher-email").attr("value")).isEqualTo("vito@elsewhere.example");
        Page anew = unknown.submit("#org-switcher-resend-" + invitation(org, "vito@elsewhere.example"));
        assertThat(anew.text()).contains("The invitation is sent.");
        Mail second = server().mailbox().awaitMailTo("vito@elsewhere.example", 1);
        anew.submit("#org-switcher-withdraw-" + invitation(org, "nobody@elsewhere.example"));
        UserAgent vito = UserAgent.on(server());
        assertThat(vito.open(mail.links().get(0)).text())
                .as("the former link counts no longer")
                .doesNotContain("about to join");
        vito.open(second.links().get(0)).click("#kc-info-message a");

        assertThat(realm().isMember(org, realm().userId("vito"))).isTrue();
        assertThat(realm().invitations(org, "nobody@elsewhere.example")).isEmpty();
        assertThat(events(realm().userId("uma"), "CUSTOM_REQUIRED_ACTION"))
                .extracting(event -> event.getDetails().get("org_switcher_outcome"))
                .containsExactlyInAnyOrder("invited", "invited", "invitation_resent", "invitation_withdrawn");
    }

    @Test
    void invitationTakesASeatAndWaitsForTheMailServer() {
        String org = realm().organization(
                        "seats",
                        "seats",
                        Map.of(
                                "org-switcher.manager-group",
                                List.of("/managers"),
                                "org-switcher.max-members",
                                List.of("2")));
        Page page = managing(org, "seats", "wanda").submit("#org-switcher-view-invitations");
        String member = realm().user("member", "member@elsewhere.example");
        Map<String, String> working = realm().resource().toRepresentation().getSmtpServer();
        setSmtp(Map.of("host", "127.0.0.1", "port", "1", "from", "keycloak@mail.example"));
        try {
            assertThat(page.submit("#org-switcher-invite", Map.of("email", "first@elsewhere.example"))
                            .text())
                    .contains("The invitation is sent.");
        } finally {
            setSmtp(working);
        }
        server().mailbox().awaitMailTo("first@elsewhere.example");

        Page full = page.submit("#org-switcher-invite", Map.of("email", "second@elsewhere.example"));
        assertThat(full.element("#org-switcher-add-error").text()).contains("no places left");
        String foreign = realm().invite(globex, "first@elsewhere.example");
        String token = page.element("[name=token]").attr("value");
        for (String press : List.of("withdraw", "resend")) {
            assertThat(page.post(Map.of(
                                    "token",
                                    token,
                                    "view",
                                    "invitations",
                                    press,
                                    invitation(globex, "first@elsewhere.example")))
                            .element("#org-switcher-error")
                            .text())
                    .contains("no such invitation");
        }
        assertThat(realm().invitations(globex, "first@elsewhere.example"))
                .as(foreign)
                .hasSize(1);
        Page resent = page.submit("#org-switcher-view-invitations")
                .submit("#org-switcher-resend-" + invitation(org, "first@elsewhere.example"));
        assertThat(resent.text()).as("its own seat is free for it").contains("The invitation is sent.");
        Page third = resent.submit("#org-switcher-resend-" + invitation(org, "first@elsewhere.example"));
        String last = invitation(org, "first@elsewhere.example");
        Page refused = third.submit("#org-switcher-resend-" + last);
        assertThat(refused.element("#org-switcher-error").text()).contains("Too many emails were sent.");
        assertThat(invitation(org, "first@elsewhere.example"))
                .as("what was mailed last stays good")
                .isEqualTo(last);
        assertThat(server().mailbox().mailsTo("first@elsewhere.example"))
                .filteredOn(mail -> mail.subject().contains("seats"))
                .hasSizeLessThanOrEqualTo(3);
        refused.submit("#org-switcher-withdraw-" + invitation(org, "first@elsewhere.example"));
        realm().member(org, member);
        assertThat(page.submit("#org-switcher-invite", Map.of("email", "no address"))
                        .element("#org-switcher-add-error")
                        .text())
                .contains("plain email address");
        assertThat(errors(realm().userId("wanda"))).hasSize(5).containsOnly("org_switcher_invitation_refused");
    }

    @Test
    void managersChangeWhatTheRealmLetsThemAndNoMore() {
        String org = realm().organization(
                        "tune",
                        "tune",
                        Map.of(
                                "org-switcher.manager-group",
                                List.of("/managers"),
                                "org-switcher.mail-answers",
                                List.of("false")));
        String policy = "org-switcher/organizations/" + org + "/policy";
        Page page = managing(org, "tune", "xena").submit("#org-switcher-view-settings");
        assertThat(page.element("#org-switcher-mailAnswers").hasAttr("disabled"))
                .isTrue();
        assertThat(page.document().select("#org-switcher-joinMode option").eachAttr("value"))
                .containsExactly("DISABLED", "SUGGEST", "REQUEST");

        Page saved = page.submit(
                "#org-switcher-save",
                Map.of("joinMode", "REQUEST", "mailWelcome", "true", "maxMembers", "1", "managerGroup", ""));

        assertThat(saved.text()).contains("The settings are saved.");
        JsonNode changed = realm().rest().get(policy).json();
        assertThat(changed.path("joinMode").asText()).isEqualTo("REQUEST");
        assertThat(changed.path("mailWelcome").asBoolean()).isTrue();
        assertThat(changed.path("mailAnswers").asBoolean()).isFalse();
        assertThat(changed.path("managerGroup").asText()).isEqualTo("/managers");
        assertThat(changed.has("maxMembers")).isFalse();
        assertThat(saved.submit("#org-switcher-save", Map.of("joinMode", "AUTOMATIC"))
                        .element("#org-switcher-error")
                        .text())
                .contains("DISABLED, SUGGEST, REQUEST");
        realm().enableRequiredAction("org-switcher", Map.of("managersChange", "mailWelcome"));
        try {
            Page less = page.submit("#org-switcher-view-settings");
            assertThat(less.has("#org-switcher-joinMode")).isFalse();
            less.element("#org-switcher-mailWelcome").removeAttr("checked");
            less.submit("#org-switcher-save", Map.of("joinMode", "DISABLED"));
            JsonNode kept = realm().rest().get(policy).json();
            assertThat(kept.path("joinMode").asText()).isEqualTo("REQUEST");
            assertThat(kept.path("mailWelcome").asBoolean()).isFalse();
        } finally {
            realm().enableRequiredAction("org-switcher", settings());
        }
        assertThat(errors(realm().userId("xena"))).containsExactly("org_switcher_policy_refused");
    }

    @Test
    void managerMakesAnotherOneAndTheLastStays() {
        String org = managed("chain");
        Page page = managing(org, "chain", "cora");
        String dirk = asks(org, "dirk", "chain");

        Page members = page.submit("#org-switcher-view-requests")
                .submit("#org-switcher-approve-" + dirk)
                .submit("#org-switcher-view-people");
        Page appointed = members.submit("#org-switcher-appoint-" + dirk);

        assertThat(appointed.text()).contains("This person manages the organization now, too.", "dirk@chain.example");
        assertThat(appointed.submit("#org-switcher-view-people").has("#org-switcher-appoint-" + dirk))
                .as("whoever manages it already")
                .isFalse();
        Page his = signedIn(address("chain"), "dirk").submit("#org-switcher-view-managers");
        Page alone = his.submit("#org-switcher-dismiss-" + realm().userId("cora"));
        assertThat(alone.text()).contains("does not manage the organization any more");
        assertThat(appointed.submit("#org-switcher-dismiss-" + dirk).status())
                .as("pressed by who manages it no longer")
                .isEqualTo(404);
        assertThat(alone.submit("#org-switcher-dismiss-" + dirk)
                        .element("#org-switcher-error")
                        .text())
                .contains("the only one who manages");
    }

    @Test
    void listsArePagedAndSearched() {
        String org = managed("long");
        Page page = managing(org, "long", "lena");
        IntStream.range(0, 45).forEach(i -> EnrollmentRows.of(realm())
                .add(org, "gone-%02d".formatted(i), "REQUESTED", null, "d%02d.example".formatted(i), 1000 + i));

        Page first = page.submit("#org-switcher-view-requests");
        assertThat(first.document().select("li.org-switcher-row")).hasSize(20);
        assertThat(first.has("#org-switcher-previous")).isFalse();
        Page last = first.submit("#org-switcher-next").submit("#org-switcher-next");
        assertThat(last.document().select("li.org-switcher-row")).hasSize(5);
        assertThat(last.has("#org-switcher-next")).isFalse();
        assertThat(last.submit("#org-switcher-previous").document().select("li.org-switcher-row"))
                .hasSize(20);
        Page found = first.submit("#org-switcher-search-submit", Map.of("search", "d07"));
        assertThat(found.document().select("li.org-switcher-row"))
                .singleElement()
                .satisfies(row -> assertThat(row.id()).isEqualTo("org-switcher-row-gone-07"));
        Page none = first.submit("#org-switcher-search-submit", Map.of("search", "nowhere\u0000"));
        assertThat(none.text()).contains("Nothing matches “nowhere”.");
        assertThat(none.document().title())
                .as("a title is read out when a page has come")
                .startsWith("Nothing matches “nowhere”.");
    }

    @Test
    void applicationAsksForThePageWithinALogin() {
        String org = managed("inside");
        Person ida = person("ida", "ida@managers.example");
        Switcher.on(ida.signIn(realm().app())).skip();
        OidcClient app = realm().app();
        Map<String, String> manage = Map.of("kc_action", "org-switcher-account:manage/inside");
        assertThat(ida.open(app, manage).query()).as("who manages nothing").containsEntry("kc_action_status", "error");
        manager(org, "ida");
        String gerd = asks(org, "gerd", "inside");

        Page page = ida.open(app, manage);
        Page approved = page.submit("#org-switcher-approve-" + gerd);
        Page end = approved.submit("#org-switcher-done");

        assertThat(approved.text()).contains("The request was approved.");
        assertThat(end.query()).containsEntry("kc_action_status", "success");
        assertThat(realm().isMember(org, gerd)).isTrue();
    }

    @Test
    @RequiresChromium
    void looksRightInABrowserWithNoScript(Browsers browsers) {
        String org = managed("look");
        manager(org, "maja");
        String hans = asks(org, "hans", "look");
        asks(org, "ines", "look");
        try (BrowserContext context =
                browsers.open(options -> options.setViewportSize(1280, 1000).setJavaScriptEnabled(false))) {
            com.microsoft.playwright.Page page = context.newPage();
            page.navigate(address("look").toString());
            page.locator("#username").fill("maja");
            page.locator("#kc-login").click();
            page.locator("#password").fill(TestRealm.PASSWORD);
            page.locator("#kc-login").click();
            page.locator("#org-switcher-approve-" + hans).waitFor();
            Browsers.screenshot(page, "manage");
            page.setViewportSize(320, 900);
            Browsers.screenshot(page, "manage-narrow");
            page.locator("#org-switcher-approve-" + hans).click();
            page.locator("#org-switcher-view-people").click();
            page.locator("#org-switcher-row-" + hans).waitFor();
        }
        assertThat(realm().isMember(org, hans)).isTrue();
        try (BrowserContext context = browsers.open(options -> options.setViewportSize(320, 900))) {
            com.microsoft.playwright.Page page = context.newPage();
            page.navigate(address("look").toString());
            page.locator("#username").fill("maja");
            page.locator("#kc-login").click();
            page.locator("#password").fill(TestRealm.PASSWORD);
            page.locator("#kc-login").click();
            page.locator(FORM).waitFor();
            Browsers.assertAccessible(page);
            page.locator("#org-switcher-view-domains").click();
            page.locator("#org-switcher-domain").fill("added.example");
            page.locator("#org-switcher-add").click();
            page.locator("[id='org-switcher-row-added.example'] .org-switcher-record summary")
                    .click();
            Browsers.assertAccessible(page);
            Browsers.screenshot(page, "manage-domains-narrow");
            page.locator("#org-switcher-view-settings").click();
            Browsers.assertAccessible(page);
            Browsers.screenshot(page, "manage-settings-narrow");
            assertThat(page.evaluate("document.documentElement.scrollWidth <= 320"))
                    .isEqualTo(true);
        }
    }

    private String invitation(String org, String email) {
        return realm().invitations(org, email).get(0);
    }

    private void setSmtp(Map<String, String> smtp) {
        RealmRepresentation changed = realm().resource().toRepresentation();
        changed.setSmtpServer(smtp);
        realm().resource().update(changed);
    }

    private void setVerified(String username, boolean verified) {
        UserRepresentation user =
                realm().resource().users().get(realm().userId(username)).toRepresentation();
        user.setEmailVerified(verified);
        realm().resource().users().get(user.getId()).update(user);
    }

    private Page managing(String org, String alias, String name) {
        manager(org, name);
        Page page = signedIn(address(alias), name);
        assertThat(page.has(FORM)).as(page.toString()).isTrue();
        return page;
    }

    private Page signedIn(URI address, String username) {
        return OidcClient.fillLogin(UserAgent.on(server()).open(address), username);
    }

    private URI address(String alias) {
        return URI.create(server().realmUri(realm().name()) + "/org-switcher/manage/" + alias);
    }
}
