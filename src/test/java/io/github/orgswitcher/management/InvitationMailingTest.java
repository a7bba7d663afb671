package io.github.orgswitcher.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.orgswitcher.limits.InvitationMails.Counted;
import io.github.orgswitcher.management.InvitationMailing.Recipient;
import io.github.orgswitcher.membership.ChoiceRefusedException;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether an invitation is mailed, by what its mail was counted by. */
class InvitationMailingTest {

    @Test
    void whatIsCountedIsMailed() {
        Recipient to = recipient(Optional.of(new Counted(List.of("slot"), true)));

        assertThat(to.mailed()).isTrue();
        assertThatCode(to::requireMail).doesNotThrowAnyException();
    }

    @Test
    void othersMailsKeepNobodyFromInvitingWithoutOne() {
        Recipient to = recipient(Optional.of(new Counted(List.of(), false)));

        assertThat(to.mailed()).isFalse();
        assertRefused(to::requireMail);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void organizationThatHasUsedItsMailsUpInvitesNobody(boolean required) {
        Recipient to = recipient(Optional.empty());

        assertRefused(required ? to::requireMail : to::mailed);
    }

    private static void assertRefused(ThrowingCallable work) {
        ChoiceRefusedException refused = catchThrowableOfType(ChoiceRefusedException.class, work);
        assertThat(refused.field()).isEqualTo("email");
        assertThat(refused.messageKey()).isEqualTo("orgSwitcherManageMailsTooMany");
    }

    private static Recipient recipient(Optional<Counted> counted) {
        return new Recipient("email", null, counted);
    }
}
