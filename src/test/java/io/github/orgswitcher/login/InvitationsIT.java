package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.AtOnce;
import io.github.orgswitcher.testing.HeldRows;
import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.UserAgent;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.representations.idm.EventRepresentation;
import org.keycloak.representations.idm.GroupRepresentation;
import org.keycloak.representations.idm.OrganizationRepresentation;

/** Keycloak's own invitations, on the page and beside it. */
class InvitationsIT extends SwitcherSuite {

    private static final Map<String, String> CHOOSE = Map.of("prompt", "select_account");
    private static final String GONE = "no longer valid";

    @Override
    Map<String, String> settings() {
        return Map.of("creation", "OFF");
    }

    @Test
    void acceptingIsWhatKeycloaksOwnLinkDoes() throws SQLException {
        Invited ann = invited();
        GroupRepresentation staff = new GroupRepresentation();
        staff.setName("staff");
        realm().resource()
                .organizations()
                .get(ann.hooli)
                .groups()
                .addTopLevelGroup(staff)
                .close();
        policy(ann.hooli, Map.of("org-switcher.default-groups", List.of("/staff")));
        OidcClient app = realm().app();
        Switcher switcher = Switcher.on(ann.person.signIn(app));
        assertThat(switcher.invitations()).containsExactly(ann.alias);
        assertThat(switcher.page().text())
                .contains("Hooli " + ann.alias)
                .contains("Invites you until")
                .contains("UTC");

        Page end = switcher.accept(ann.alias);

        assertThat(organizations(app, end)).containsExactly(ann.alias);
        assertThat(realm().isMember(ann.hooli, ann.person.id())).isTrue();
        assertThat(realm().invitations(ann.hooli, ann.email)).isEmpty();
        assertThat(enrollment(ann)).isEqualTo("JOINED INVITATION null");
        assertThat(events(ann, "INVITE_ORG")).singleElement().satisfies(event -> assertThat(event.getDetails())
                .containsEntry("org_id", ann.hooli)
                .containsEntry("username", ann.person.username));
        assertThat(events(ann, "CUSTOM_REQUIRED_ACTION")).singleElement().satisfies(event -> assertThat(
                        event.getDetails())
                .containsEntry("org_switcher_outcome", "accepted")
                .containsEntry("org_switcher_organization", ann.hooli));
        assertThat(realm().rest()
                        .get("organizations/" + ann.hooli + "/members/" + ann.person.id() + "/groups")
                        .json()
                        .findValuesAsText("name"))
                .contains("staff");
        OidcClient next = realm().app2();
        assertThat(organizations(next, ann.person.open(next)))
                .as("active in the session")
                .containsExactly(ann.alias);
    }

    @Test
    void decliningKeepsThePageAndAsksNoMore() throws SQLException {
        Invited ben = invited();
        Switcher after =
                Switcher.on(Switcher.on(ben.person.signIn(realm().app())).decline(ben.alias));

        assertThat(after.page().text()).contains("You have declined the invitation.");
        assertThat(after.invitations()).isEmpty();
        assertThat(realm().invitations(ben.hooli, ben.email)).isEmpty();
        assertThat(realm().isMember(ben.hooli, ben.person.id())).isFalse();
        assertThat(enrollment(ben)).isEqualTo("DISMISSED null null");
        assertThat(events(ben, "CUSTOM_REQUIRED_ACTION"))
                .singleElement()
                .satisfies(event -> assertThat(event.getDetails()).containsEntry("org_switcher_outcome", "declined"));
        assertThat(after.skip().left()).isTrue();
        assertThat(ben.person.elsewhere().signIn(realm().app()).left()).isTrue();
    }

    @Test
    void passedOverIsAskedNoMoreUntilItIsSentAgain() {
        Invited cleo = invited();
        assertThat(Switcher.on(cleo.person.signIn(realm().app())).skip().left()).isTrue();

        assertThat(cleo.person.elsewhere().signIn(realm().app()).left()).isTrue();
        assertThat(Switcher.on(cleo.person.elsewhere().signIn(realm().app(), CHOOSE))
                        .invitations())
                .as("it stays on the page")
                .containsExactly(cleo.alias);
        resend(cleo);
        assertThat(Switcher.on(cleo.person.elsewhere().signIn(realm().app())).invitations())
                .containsExactly(cleo.alias);
    }

    @Test
    void whoLeftAndIsInvitedAgainPassesThatOverOnce() throws SQLException {
        Invited dan = invited();
        Switcher.on(dan.person.signIn(realm().app())).accept(dan.alias);
        realm().resource()
                .organizations()
                .get(dan.hooli)
                .members()
                .member(dan.person.id())
                .delete()
                .close();
        realm().invite(dan.hooli, dan.email);

        Switcher again = Switcher.on(dan.person.elsewhere().signIn(realm().app()));
        assertThat(again.invitations()).containsExactly(dan.alias);
        assertThat(again.skip().left()).isTrue();
        assertThat(dan.person.elsewhere().signIn(realm().app()).left()).isTrue();
        assertThat(enrollment(dan)).isEqualTo("LEFT INVITATION null");
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                change("expired", GONE, InvitationsIT::expire),
                change("withdrawn", GONE, InvitationsIT::withdraw),
                change("sent anew", GONE, InvitationsIT::resend),
                change("address changed", GONE, (suite, invited) -> suite.address(invited, "x-" + invited.email, true)),
                change("address not verified", GONE, (suite, invited) -> suite.address(invited, invited.email, false)),
                change("organization disabled", GONE, (suite, invited) -> suite.disable(invited.hooli)),
                change("organization removed", GONE, (suite, invited) -> suite.realm()
                        .resource()
                        .organizations()
                        .get(invited.hooli)
                        .delete()
                        .close()),
                change("full", "no places left", (suite, invited) -> suite.fill(invited.hooli)));
    }

    private static Arguments change(String what, String sentence, BiConsumer<InvitationsIT, Invited> change) {
        return Arguments.of(what, sentence, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void whatNoLongerHoldsIsRefusedAndNotShown(
            String what, String sentence, BiConsumer<InvitationsIT, Invited> change) {
        Invited eve = invited();
        Switcher open = Switcher.on(eve.person.signIn(realm().app()));
        assertThat(open.invitations()).containsExactly(eve.alias);
        change.accept(this, eve);

        Switcher refused = Switcher.on(open.accept(eve.alias));

        assertThat(refused.choiceError()).contains(sentence);
        assertThat(realm().resource().organizations().members().getOrganizations(eve.person.id()))
                .isEmpty();
        assertThat(events(eve, "CUSTOM_REQUIRED_ACTION_ERROR")).hasSize(1);
        assertThat(refused.invitations()).isEqualTo(what.equals("sent anew") ? List.of(eve.alias) : List.of());
    }

    @Test
    void otherPeoplesInvitationsDoNotExist() throws SQLException {
        Invited fay = invited();
        Invited gus = invited();
        String ofAnotherRealm = inviteInAnotherRealm(gus.email);
        Switcher switcher = Switcher.on(gus.person.signIn(realm().app()));
        assertThat(switcher.invitations()).containsExactly(gus.alias);

        try (HeldRows held = HeldRows.ofOrganization(server(), fay.hooli)) {
            for (String id : List.of(fay.id, ofAnotherRealm, UUID.randomUUID().toString(), "\u0000")) {
                for (String field : List.of("accept", "decline")) {
                    switcher = Switcher.on(switcher.post(field, id));
                    assertThat(switcher.choiceError()).as("nobody waits for it").contains(GONE);
                }
            }
        }
        assertThat(realm().invitations(fay.hooli, fay.email)).containsExactly(fay.id);
        assertThat(realm().isMember(fay.hooli, gus.person.id())).isFalse();
    }

    @Test
    void addressThatIsNotProvenRevealsNothing() {
        String alias = unique();
        String hooli = organization("Hooli " + alias, alias);
        String email = alias + "@invited.example";
        realm().invite(hooli, email);
        Page page = person(alias, email, false).signIn(realm().app(), CHOOSE);
        assertThat(page.text()).doesNotContain("Hooli");
        assertThat(Switcher.on(page).invitations()).isEmpty();
    }

    @Test
    void anotherOrganizationsProviderProvesNoAddress() {
        String alias = unique();
        String provider = "provider-" + alias;
        realm().organizationProvider(provider, organization("Owner " + alias, "owner-" + alias));
        String email = alias + "@invited.example";
        realm().invite(organization("Hooli " + alias, alias), email);
        realm().socialUser(alias, email, true);
        Map<String, String> action = Map.of("kc_action", "org-switcher");

        Page page = realm().app().signInBy(provider, UserAgent.on(server()), alias, action);

        assertThat(page.text()).doesNotContain("Hooli");
        assertThat(Switcher.on(page).invitations()).isEmpty();
    }

    @Test
    void whoeverIsInvitedHoldsASeat() {
        Invited hal = invited();
        policy(
                hal.hooli,
                Map.of(
                        "org-switcher.allowed-domains", List.of(hal.alias + ".example"),
                        "org-switcher.max-members", List.of("1")));
        Person other = person("x-" + hal.alias, "x@" + hal.alias + ".example");
        assertThat(other.signIn(realm().app()).left()).as("no offer").isTrue();
        assertThat(realm().rest()
                        .get("org-switcher/preview?email=x@" + hal.alias + ".example")
                        .json()
                        .at("/candidates/0/verdict")
                        .asText())
                .isEqualTo("SEATS_FULL");

        assertThat(Switcher.on(hal.person.signIn(realm().app()))
                        .accept(hal.alias)
                        .left())
                .isTrue();
        assertThat(realm().isMember(hal.hooli, hal.person.id())).isTrue();
    }

    @Test
    void whoJoinsByDomainUsesTheInvitationUp() {
        Invited ida = invited();
        String domain = "invited.example";
        policy(ida.hooli, Map.of("org-switcher.allowed-domains", List.of(domain)));
        Switcher switcher = Switcher.on(ida.person.signIn(realm().app()));
        assertThat(switcher.invitations()).containsExactly(ida.alias);
        assertThat(switcher.offers()).as("one way in is enough").isEmpty();

        switcher.post("join", ida.hooli);

        assertThat(realm().isMember(ida.hooli, ida.person.id())).isTrue();
        assertThat(realm().invitations(ida.hooli, ida.email)).isEmpty();
        policy(ida.hooli, Map.of());
    }

    @Test
    void lastSeatIsTakenOnce() {
        Invited jan = invited();
        policy(jan.hooli, Map.of("org-switcher.max-members", List.of("1")));
        List<Switcher> pages = new ArrayList<>();
        pages.add(Switcher.on(jan.person.signIn(realm().app())));
        for (int i = 0; i < 3; i++) {
            String username = jan.alias + "-" + i;
            realm().invite(jan.hooli, username + "@invited.example");
            pages.add(
                    Switcher.on(person(username, username + "@invited.example").signIn(realm().app())));
        }

        List<Page> ends = AtOnce.begin(pages.stream()
                        .<Supplier<Page>>map(page -> () -> page.accept(jan.alias))
                        .toList())
                .answers();

        assertThat(ends).filteredOn(Page::left).hasSize(1);
        assertThat(ends).filteredOn(end -> !end.left()).hasSize(3).allSatisfy(end -> assertThat(
                        Switcher.on(end).choiceError())
                .contains("no places left"));
        assertThat(realm().rest().get("organizations/" + jan.hooli + "/members").json())
                .hasSize(1);
    }

    @Test
    void acceptingInTwoTabsIsAcceptingOnce() throws SQLException {
        Invited kim = invited();
        List<OidcClient> apps = List.of(realm().app(), realm().app());
        List<Switcher> tabs = apps.stream()
                .map(app -> Switcher.on(kim.person.elsewhere().signIn(app)))
                .toList();

        List<Page> ends = AtOnce.begin(tabs.stream()
                        .<Supplier<Page>>map(tab -> () -> tab.accept(kim.alias))
                        .toList())
                .answers();

        for (int tab = 0; tab < apps.size(); tab++) {
            assertThat(organizations(apps.get(tab), ends.get(tab))).containsExactly(kim.alias);
        }
        assertThat(events(kim, "INVITE_ORG")).hasSize(1);
        assertThat(enrollment(kim)).isEqualTo("JOINED INVITATION null");
    }

    @Test
    void scopeThatNamesWhoInvitesBringsThePage() {
        Invited lea = invited();
        assertThat(Switcher.on(lea.person.signIn(realm().app())).skip().left()).isTrue();
        OidcClient app = realm().app();
        Page page = lea.person.elsewhere().signIn(app, Map.of("scope", "openid organization:" + lea.alias));
        assertThat(organizations(app, Switcher.on(page).accept(lea.alias))).containsExactly(lea.alias);
    }

    /** On 26.7 Keycloak loses the invitation on the way through a provider (keycloak#52181). */
    @Test
    void linkInTheMailLeadsThereBySocialSignInToo() {
        Invited max = invited();
        UserAgent agent = UserAgent.on(server());
        Page registration = agent.open(linkIn(max.email));
        assertThat(registration.has("#kc-register-form")).as("%s", registration).isTrue();

        Page login = registration.click("a[href*='login-actions/authenticate']");
        Page page = OidcClient.fillLogin(login.click("#social-social"), max.person.username);

        Switcher switcher = Switcher.on(page);
        assertThat(switcher.invitations()).containsExactly(max.alias);
        assertThat(switcher.accept(max.alias).has("form#org-switcher")).isFalse();
        assertThat(realm().isMember(max.hooli, max.person.id())).isTrue();
        assertThat(realm().invitations(max.hooli, max.email)).isEmpty();
    }

    @Test
    void linkInTheMailKeepsWorkingBesideThePage() {
        String alias = unique();
        String email = alias + "@invited.example";
        Person nia = person(alias, email);
        assertThat(nia.signIn(realm().app()).left()).isTrue();
        String hooli = organization("Hooli " + alias, alias);
        realm().invite(hooli, email);
        OidcClient app = realm().app();
        Switcher open = Switcher.on(nia.elsewhere().signIn(app));

        Page confirmation = UserAgent.on(server()).open(linkIn(email));
        confirmation.click("#kc-info-message a");

        assertThat(realm().isMember(hooli, nia.id())).isTrue();
        assertThat(organizations(app, open.accept(alias))).containsExactly(alias);
    }

    /** Keycloak's own handler would remove at the end of its request what is gone by then. */
    @Test
    void linkInTheMailAndThePageAtTheSameMomentAreOneAnswer() {
        String alias = unique();
        String email = alias + "@invited.example";
        Person ole = person(alias, email);
        assertThat(ole.signIn(realm().app()).left()).isTrue();
        String hooli = organization("Hooli " + alias, alias);
        realm().invite(hooli, email);
        Switcher open = Switcher.on(ole.elsewhere().signIn(realm().app()));
        Page confirmation = UserAgent.on(server()).open(linkIn(email));
        List<Page> ends;
        try (HeldRows held = HeldRows.ofOrganization(server(), hooli)) {
            ends = held.race(2, List.of(() -> open.accept(alias), () -> confirmation.click("#kc-info-message a")));
        }

        assertThat(ends)
                .allSatisfy(end -> assertThat(end.status()).as("%s", end).isLessThan(500));
        assertThat(realm().isMember(hooli, ole.id())).isTrue();
        assertThat(realm().invitations(hooli, email)).isEmpty();
    }

    /** The account may be a stranger's, and the mail is one that the owner waits for. */
    @Test
    void linkInTheMailMakesNobodyAMemberWhoseAddressIsNotProven() {
        String alias = unique();
        String email = alias + "@invited.example";
        Person stranger = person(alias, email, false);
        stranger.signIn(realm().app());
        String hooli = organization("Hooli " + alias, alias);
        String invitation = realm().invite(hooli, email);

        assertJoinsNobody(UserAgent.on(server()).open(linkIn(email)), hooli, stranger.id());

        assertThat(realm().invitations(hooli, email)).containsExactly(invitation);
        address(new Invited(alias, hooli, email, invitation, stranger), email, true);
        assertThat(Switcher.on(stranger.elsewhere().signIn(realm().app())).invitations())
                .containsExactly(alias);
    }

    @Test
    void linkInTheMailMakesNobodyAMemberWhomOnlyAnotherOrganizationsProviderVouchesFor() {
        String alias = unique();
        String provider = "provider-" + alias;
        realm().organizationProvider(provider, organization("Owner " + alias, "owner-" + alias));
        String email = alias + "@invited.example";
        realm().socialUser(alias, email, true);
        realm().app().signInBy(provider, UserAgent.on(server()), alias, CHOOSE);
        String hooli = organization("Hooli " + alias, alias);
        realm().invite(hooli, email);

        assertJoinsNobody(UserAgent.on(server()).open(linkIn(email)), hooli, realm().userId(alias));
    }

    private void assertJoinsNobody(Page opened, String hooli, String userId) {
        assertThat(opened.status()).as("%s", opened).isEqualTo(400);
        assertThat(opened.text()).contains("Confirm your email address first");
        assertThat(realm().isMember(hooli, userId)).isFalse();
        assertThat(realm().events())
                .filteredOn(event -> event.getType().equals("INVITE_ORG_ERROR") && userId.equals(event.getUserId()))
                .singleElement()
                .satisfies(event -> assertThat(event.getError()).isEqualTo("org_switcher_invitation_unproven"));
    }

    private URI linkIn(String email) {
        return server().mailbox().awaitMailTo(email).links().stream()
                .filter(link ->
                        link.toString().contains("token=") || link.toString().contains("key="))
                .findFirst()
                .orElseThrow();
    }

    /** An organization, and somebody new whom it has invited. */
    private record Invited(String alias, String hooli, String email, String id, Person person) {}

    private Invited invited() {
        String alias = unique();
        String email = alias + "@invited.example";
        String hooli = organization("Hooli " + alias, alias);
        return new Invited(alias, hooli, email, realm().invite(hooli, email), person(alias, email));
    }

    private static String unique() {
        return "i" + UUID.randomUUID().toString().substring(0, 8);
    }

    private void policy(String orgId, Map<String, List<String>> attributes) {
        change(orgId, organization -> organization.setAttributes(attributes));
    }

    private void disable(String orgId) {
        change(orgId, organization -> organization.setEnabled(false));
    }

    private void change(String orgId, Consumer<OrganizationRepresentation> change) {
        var organization = realm().resource().organizations().get(orgId);
        OrganizationRepresentation representation = organization.toRepresentation();
        change.accept(representation);
        organization.update(representation).close();
    }

    private void fill(String orgId) {
        String other = unique();
        realm().member(orgId, realm().user(other, other + "@elsewhere.example"));
        policy(orgId, Map.of("org-switcher.max-members", List.of("1")));
    }

    private void withdraw(Invited invited) {
        realm().rest().delete("organizations/" + invited.hooli + "/invitations/" + invited.id);
    }

    private void resend(Invited invited) {
        realm().rest().post("organizations/" + invited.hooli + "/invitations/" + invited.id + "/resend", Map.of());
    }

    private void expire(Invited invited) {
        execute("update ORG_INVITATION set EXPIRES_AT = 1000 where ID = ?", invited.id);
    }

    private void address(Invited invited, String email, boolean verified) {
        var user = realm().resource().users().get(invited.person.id());
        var representation = user.toRepresentation();
        representation.setEmail(email);
        representation.setEmailVerified(verified);
        user.update(representation);
    }

    private String inviteInAnotherRealm(String email) {
        var other = realm().socialResource().toRepresentation();
        other.setOrganizationsEnabled(true);
        realm().socialResource().update(other);
        OrganizationRepresentation organization = new OrganizationRepresentation();
        organization.setName("Elsewhere");
        organization.setAlias("elsewhere");
        realm().socialResource().organizations().create(organization).close();
        String id = UUID.randomUUID().toString();
        execute(
                "insert into ORG_INVITATION (ID, ORGANIZATION_ID, EMAIL, CREATED_AT, EXPIRES_AT)"
                        + " values (?, ?, ?, 1, 2147483647)",
                id,
                realm().socialResource().organizations().list(0, 1).get(0).getId(),
                email);
        return id;
    }

    private List<EventRepresentation> events(Invited invited, String type) {
        String userId = invited.person.id();
        return realm().events().stream()
                .filter(event -> userId.equals(event.getUserId()) && type.equals(event.getType()))
                .toList();
    }

    private String enrollment(Invited invited) throws SQLException {
        try (Connection connection = server().database().getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "SELECT status, method, domain FROM orgsw_enrollment WHERE org_id = ? AND user_id = ?")) {
            query.setString(1, invited.hooli);
            query.setString(2, invited.person.id());
            try (ResultSet row = query.executeQuery()) {
                assertThat(row.next()).isTrue();
                return row.getString(1) + " " + row.getString(2) + " " + row.getString(3);
            }
        }
    }

    private void execute(String sql, String... parameters) {
        try (Connection connection = server().database().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
