package io.github.orgswitcher.account;

import io.github.orgswitcher.account.ManageRow.ByMail;
import io.github.orgswitcher.account.ManageRow.Note;
import io.github.orgswitcher.account.ManageRow.Press;
import io.github.orgswitcher.account.ManageRow.Weight;
import io.github.orgswitcher.domain.ShownTime;
import io.github.orgswitcher.management.ManagedDomain;
import io.github.orgswitcher.name.ShownDomain;
import io.github.orgswitcher.store.Verification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the page for those who manage an organization says of its domains, and has one do about them.
 *
 * @param locale the reader's language
 */
record DomainRows(Locale locale) {

    private static final Press CHECK =
            new Press("check", "orgSwitcherManageCheck", "orgSwitcherManageCheckNamed", Weight.PLAIN);
    private static final Press AFFILIATE =
            new Press("affiliate", "orgSwitcherManageAffiliate", "orgSwitcherManageAffiliateNamed", Weight.PLAIN);
    private static final Press REMOVE =
            new Press("remove", "orgSwitcherManageRemove", "orgSwitcherManageRemoveNamed", Weight.CONFIRMED);

    /**
     * A domain's row.
     *
     * @param byMail how its proof by mail stands; null where there is none
     */
    ManageRow row(ManagedDomain managed, @Nullable ByMail byMail) {
        boolean proven = isProven(managed);
        return new ManageRow(
                ShownDomain.of(managed.domain().domain()),
                note(managed),
                presses(managed),
                proven ? null : managed.record(),
                managed.joinMode(),
                byMail);
    }

    private static List<Press> presses(ManagedDomain managed) {
        List<Press> presses = new ArrayList<>();
        if (!isProven(managed)) {
            presses.add(CHECK);
        }
        if (managed.affiliated()) {
            presses.add(AFFILIATE);
        }
        if (managed.changeable()) {
            presses.add(REMOVE);
        }
        return presses;
    }

    private Note note(ManagedDomain managed) {
        String domain = managed.domain().domain();
        Instant verifiedAt = managed.domain().proof().verifiedAt();
        if (isProven(managed) && verifiedAt != null) {
            return new Note("orgSwitcherManageDomainProvenOn", domain, ShownTime.day(verifiedAt, locale));
        }
        return new Note(
                managed.closed() == null
                        ? "orgSwitcherManageDomainOpen"
                        : managed.closed().messageKey(),
                domain,
                "");
    }

    private static boolean isProven(ManagedDomain managed) {
        return managed.domain().verification() == Verification.VERIFIED;
    }
}
