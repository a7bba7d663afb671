package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.AllServersAnswer;
import io.github.orgswitcher.testing.AtOnce;
import io.github.orgswitcher.testing.HeldRows;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.TestRealm;
import io.github.orgswitcher.testing.UserAgent;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keycloak's own links of invitations in a realm where nobody belongs to two organizations, at the same moment; also of who has no account. */
@AllServersAnswer
class InvitationLinkRacesIT extends SwitcherSuite {

    private static final String CONFIRM = "#kc-info-message a";
    private static final String LOST =
            "Others were changing the same at this moment, and nothing was changed. Try again.";
    private static final String FORM = "#kc-register-form";

    @Override
    Map<String, String> settings() {
        return Map.of("oneOrganizationPerPerson", "true", "creation", "OFF");
    }

    @Test
    void linksOfTwoOrganizationsMakeOneMembership() {
        Person pia = newcomer("pia");
        List<String> orgs = List.of(organization("Hooli", "hooli"), organization("Raviga", "raviga"));
        List<Page> opened = List.of(open(pia, orgs.get(0), 0), open(pia, orgs.get(1), 1));
        List<Page> ends;
        try (HeldRows held = HeldRows.ofPerson(server(), pia.id())) {
            ends = held.race(
                    2,
                    opened.stream()
                            .<Supplier<Page>>map(page -> () -> page.click(CONFIRM))
                            .toList());
        }

        assertThat(orgs).filteredOn(org -> realm().isMember(org, pia.id())).hasSize(1);
        assertThat(ends).filteredOn(end -> end.status() == 400).hasSize(1).allSatisfy(end -> assertThat(end.text())
                .contains("nobody can belong to two here"));
        assertThat(ends)
                .filteredOn(end -> end.status() != 400)
                .allSatisfy(end -> assertThat(end.status()).as("%s", end).isLessThan(400));
    }

    @Test
    void whoWaitsInVainIsToldSoAndComesInAfterwards() {
        Person quin = newcomer("quin");
        String org = organization("Pied Piper", "pied-piper");
        Page opened = open(quin, org, 0);
        for (Supplier<HeldRows> others : Stream.<Supplier<HeldRows>>of(
                        () -> HeldRows.ofPerson(server(), quin.id()),
                        () -> HeldRows.ofUser(server(), quin.id()),
                        () -> HeldRows.ofOrganization(server(), org),
                        () -> HeldRows.ofInvitations(server(), org))
                .toList()) {
            Page end;
            try (HeldRows held = others.get()) {
                end = opened.click(CONFIRM);
            }
            assertThat(end.status()).as("%s", end).isEqualTo(400);
            assertThat(end.text()).contains(LOST);
            assertThat(realm().isMember(org, quin.id())).isFalse();
        }

        opened.click(CONFIRM);

        assertThat(realm().isMember(org, quin.id())).isTrue();
    }

    @Test
    void linksOfTwoOrganizationsRegisterOneAddressOnce() {
        String ren = address("ren");
        List<String> orgs = List.of(organization("Aviato", "aviato"), organization("Bachmanity", "bachmanity"));
        List<Page> forms = List.of(openNewcomers(ren, orgs.get(0), 0), openNewcomers(ren, orgs.get(1), 1));
        makeOlder(orgs.get(0));
        List<Page> ends;
        try (HeldRows held = HeldRows.ofInvitations(server(), orgs.get(0))) {
            ends = held.race(
                    2,
                    forms.stream()
                            .<Supplier<Page>>map(form -> () -> register(form, ren))
                            .toList());
        }

        String user = realm().userId(ren);
        assertThat(orgs).filteredOn(org -> realm().isMember(org, user)).hasSize(1);
        assertThat(ends).filteredOn(end -> end.text().contains(taken())).hasSize(1);
        assertThat(ends)
                .filteredOn(end -> !end.text().contains(taken()))
                .allSatisfy(end -> assertThat(end.status()).as("%s", end).isLessThan(400));
        assertThat(orgs)
                .as("the other invitation stays")
                .filteredOn(org -> !realm().invitations(org, ren).isEmpty())
                .hasSize(1)
                .noneMatch(org -> realm().isMember(org, user));
    }

    @Test
    void whoeverRegistersAndWaitsInVainIsToldSoAndComesInAfterwards() {
        String sol = address("sol");
        String older = organization("Endframe", "endframe");
        String newer = organization("Bream-Hall", "bream-hall");
        realm().invite(older, sol);
        Page form = openNewcomers(sol, newer, 1);
        makeOlder(older);
        Page refused;
        try (HeldRows held = HeldRows.ofInvitations(server(), older)) {
            refused = register(form, sol);
        }
        assertThat(refused.text()).contains(LOST);
        assertThat(realm().resource().users().searchByEmail(sol, true)).isEmpty();

        register(refused, sol);

        assertThat(realm().isMember(newer, realm().userId(sol))).isTrue();
    }

    @Test
    void whoeverLosesTheAddressToAnotherWayInIsToldSo() {
        String tom = address("tom");
        Page form = openNewcomers(tom, organization("Nucleus", "nucleus"), 0);
        String realmId = realm().resource().toRepresentation().getId();
        Page lost;
        try (HeldRows held = HeldRows.ofNewUser(server(), realmId, tom)) {
            AtOnce<Page> registering = AtOnce.begin(1, () -> register(form, tom));
            held.untilWaiting(1).commit();
            lost = registering.answers().get(0);
        }

        assertThat(lost.status()).isEqualTo(409);
        assertThat(lost.text()).contains(LOST);
        assertThat(realm().events())
                .filteredOn(event -> "REGISTER_ERROR".equals(event.getType())
                        && tom.equals(event.getDetails().get("email")))
                .singleElement()
                .satisfies(event -> assertThat(event.getError()).isEqualTo("org_switcher_conflict"));
    }

    /** What somebody is told whose address another has registered meanwhile: what Keycloak says at the field, as to whoever comes later. */
    String taken() {
        return "Email already exists";
    }

    /** Keycloak counts in seconds, of which a test takes none. */
    private void makeOlder(String org) {
        server().sql().execute("update ORG_INVITATION set CREATED_AT = CREATED_AT - 60 where ORGANIZATION_ID = ?", org);
    }

    private Page openNewcomers(String email, String org, int mailsBefore) {
        Page form = open(email, org, mailsBefore, "/registrations?");
        assertThat(form.has(FORM)).as("%s", form).isTrue();
        return form;
    }

    private static Page register(Page form, String email) {
        return form.submit(
                FORM + " [type=submit]",
                Map.of(
                        "username",
                        email,
                        "email",
                        email,
                        "firstName",
                        "Ada",
                        "lastName",
                        "Example",
                        "password",
                        TestRealm.PASSWORD,
                        "password-confirm",
                        TestRealm.PASSWORD));
    }

    /** Somebody who has an account, whose address is proven. */
    private Person newcomer(String name) {
        Person person = person(name, address(name));
        assertThat(person.signIn(realm().app()).left()).isTrue();
        return person;
    }

    /** Invites somebody, who opens the link in another browser; ends where it asks whether to go on. */
    private Page open(Person person, String org, int mailsBefore) {
        return open(address(person.username), org, mailsBefore, "key=");
    }

    private Page open(String email, String org, int mailsBefore, String part) {
        realm().invite(org, email);
        URI link = server().mailbox().awaitMailTo(email, mailsBefore).links().stream()
                .filter(each -> each.toString().contains(part))
                .findFirst()
                .orElseThrow();
        return UserAgent.on(server()).open(link);
    }

    private static String address(String name) {
        return name + "@invited.example";
    }
}
