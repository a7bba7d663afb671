package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.AllServersAnswer;
import io.github.orgswitcher.testing.HeldRows;
import io.github.orgswitcher.testing.Rest;
import io.github.orgswitcher.testing.RestResponse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** One address is invited several times at the same moment: one of them is mailed, and all others are told of that one. */
@AllServersAnswer
class InvitationRacesIT extends ManagerSuite {

    private static final String ADDRESS = "raced@candidates.example";

    /** As many mails of one organization to one address a day. */
    private static final int MAILS = 3;

    private static final int CALLS = 2 * MAILS;

    @Test
    void whoLosesIsToldOfTheInvitationAndUsesUpNoMail() {
        String org = managed("inviting");
        manager(org, "ivy");
        Rest ivy = rest("ivy");
        String invitations = "org-switcher/organizations/" + org + "/invitations";

        List<RestResponse> invited = racing(org, () -> ivy.post(invitations, Map.of("email", ADDRESS)));

        assertOneGotThrough(invited, 201, 409, "is invited already");
        String first = realm().invitations(org, ADDRESS).get(0);

        List<RestResponse> resent = racing(org, () -> ivy.post(invitations + "/" + first + "/resend", Map.of()));

        assertOneGotThrough(resent, 200, 404, "no such invitation");
        String second = realm().invitations(org, ADDRESS).get(0);
        assertThat(second).isNotEqualTo(first);
        RestResponse third = ivy.post(invitations + "/" + second + "/resend", Map.of());
        assertThat(third.json().path("mailed").asBoolean()).as("%s", third).isTrue();
        String last = realm().invitations(org, ADDRESS).get(0);
        assertThat(ivy.post(invitations + "/" + last + "/resend", Map.of()).status())
                .as("what was mailed is counted")
                .isEqualTo(429);
        assertThat(realm().invitations(org, ADDRESS)).containsExactly(last);
        assertThat(server().mailbox().awaitMailTo(ADDRESS).subject()).contains("inviting");
    }

    private List<RestResponse> racing(String org, Supplier<RestResponse> call) {
        try (HeldRows held = HeldRows.ofOrganization(server(), org)) {
            return held.race(MAILS - 1, Collections.nCopies(CALLS, call));
        }
    }

    private void assertOneGotThrough(List<RestResponse> answers, int done, int refused, String why) {
        assertThat(answers).filteredOn(answer -> answer.status() == done).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != done)
                .hasSize(CALLS - 1)
                .allSatisfy(answer -> {
                    assertThat(answer.status()).as("%s", answer).isEqualTo(refused);
                    assertThat(answer.json().path("errorMessage").asText()).contains(why);
                });
    }
}
