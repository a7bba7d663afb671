package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.Rest;
import io.github.orgswitcher.testing.RestResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How many invitations managers mail: none of them uses up what another one's organization may send. */
class InvitationMailsIT extends ManagerSuite {

    private static final int OF_AN_ORGANIZATION_TO_AN_ADDRESS = 3;
    private static final int TO_A_MAILBOX = 20;

    @BeforeAll
    void switchThePageOn() {
        realm().enableRequiredAction("org-switcher-account", Map.of());
    }

    @Test
    void whatOneOrganizationMailsAnAddressKeepsNoOtherFromIt() {
        Inviter first = inviter("first");
        Inviter second = inviter("second");
        String address = "wanted@candidates.example";

        String invitation = first.sendsAllItMay(address);

        RestResponse refused = first.resends(invitation);
        assertThat(refused.status()).as("%s", refused).isEqualTo(429);
        RestResponse invited = second.invites(address);
        assertThat(invited.status()).as("%s", invited).isEqualTo(201);
        assertThat(invited.json().path("mailed").asBoolean()).isTrue();
        assertThat(server().mailbox()
                        .awaitMailTo(address, OF_AN_ORGANIZATION_TO_AN_ADDRESS)
                        .subject())
                .contains("second");
    }

    /** Whom all together have mailed enough is invited all the same, and sees it on the page. */
    @Test
    void mailboxThatHasHadEnoughOfAllIsInvitedWithoutAMail() {
        String address = "flooded@candidates.example";
        for (int number = 0; number < TO_A_MAILBOX / OF_AN_ORGANIZATION_TO_AN_ADDRESS; number++) {
            inviter("crowd" + number).sendsAllItMay(address);
        }
        Inviter last = inviter("last");
        last.invites(address);
        String mailed = last.resends(last.invitation(address)).json().path("id").asText();

        RestResponse refused = last.resends(mailed);
        RestResponse invited = inviter("late").invites(address);

        assertThat(refused.status()).as("%s", refused).isEqualTo(429);
        assertThat(last.invitation(address))
                .as("what was mailed last stays good")
                .isEqualTo(mailed);
        assertThat(invited.status()).as("%s", invited).isEqualTo(201);
        assertThat(invited.json().path("mailed").asBoolean()).isFalse();
        realm().user("flooded", address);
        assertThat(rest("flooded")
                        .get("org-switcher/organizations")
                        .json()
                        .path("invitations")
                        .toString())
                .contains("late");
    }

    @Test
    void spellingsOfOneMailboxAreMailedNoMoreThanOneMayBe() {
        Inviter inviter = inviter("spells");
        for (int number = 0; number < TO_A_MAILBOX; number++) {
            RestResponse invited = inviter.invites("vera+" + number + "@candidates.example");
            assertThat(invited.json().path("mailed").asBoolean())
                    .as("%s", invited)
                    .isTrue();
        }

        RestResponse beyond = inviter.invites("vera+more@candidates.example");

        assertThat(beyond.status()).as("%s", beyond).isEqualTo(201);
        assertThat(beyond.json().path("mailed").asBoolean()).isFalse();
        assertThat(inviter.invites("vera@candidates.example")
                        .json()
                        .path("mailed")
                        .asBoolean())
                .as("the plain address is left alone")
                .isTrue();
    }

    private Inviter inviter(String alias) {
        String org = realm().organization(alias, alias, Map.of("org-switcher.manager-group", List.of("/managers")));
        manager(org, "of-" + alias);
        return new Inviter(org, rest("of-" + alias));
    }

    /** Who manages an organization. */
    private record Inviter(String org, Rest rest) {

        RestResponse invites(String address) {
            return rest.post(invitations(), Map.of("email", address));
        }

        RestResponse resends(String invitation) {
            return rest.post(invitations() + "/" + invitation + "/resend", Map.of());
        }

        /** Returns the last invitation. */
        String sendsAllItMay(String address) {
            RestResponse sent = invites(address);
            for (int more = 1; more < OF_AN_ORGANIZATION_TO_AN_ADDRESS; more++) {
                sent = resends(sent.json().path("id").asText());
            }
            assertThat(sent.json().path("mailed").asBoolean()).as("%s", sent).isTrue();
            return sent.json().path("id").asText();
        }

        String invitation(String address) {
            return rest.get(invitations() + "?search=" + address)
                    .json()
                    .get(0)
                    .path("id")
                    .asText();
        }

        private String invitations() {
            return "org-switcher/organizations/" + org + "/invitations";
        }
    }
}
