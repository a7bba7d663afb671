package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.AllServersAnswer;
import io.github.orgswitcher.testing.HeldRows;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.UserAgent;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keycloak's own links of invitations in a realm where nobody belongs to two organizations, at the same moment. */
@AllServersAnswer
class InvitationLinkRacesIT extends SwitcherSuite {

    private static final String CONFIRM = "#kc-info-message a";

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
            assertThat(end.text()).contains("nothing was changed. Try again");
            assertThat(realm().isMember(org, quin.id())).isFalse();
        }

        opened.click(CONFIRM);

        assertThat(realm().isMember(org, quin.id())).isTrue();
    }

    /** Somebody who has an account, whose address is proven. */
    private Person newcomer(String name) {
        Person person = person(name, address(name));
        assertThat(person.signIn(realm().app()).left()).isTrue();
        return person;
    }

    /** Invites somebody, who opens the link in another browser; ends where it asks whether to go on. */
    private Page open(Person person, String org, int mailsBefore) {
        realm().invite(org, address(person.username));
        URI link = server().mailbox().awaitMailTo(address(person.username), mailsBefore).links().stream()
                .filter(each -> each.toString().contains("key="))
                .findFirst()
                .orElseThrow();
        return UserAgent.on(server()).open(link);
    }

    private static String address(String name) {
        return name + "@invited.example";
    }
}
