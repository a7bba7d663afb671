package io.github.orgswitcher.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.account.ManageRow.Press;
import io.github.orgswitcher.decision.JoinMode;
import io.github.orgswitcher.decision.Verdict;
import io.github.orgswitcher.management.ManagedDomain;
import io.github.orgswitcher.store.AllowedDomain;
import io.github.orgswitcher.store.DomainProof;
import io.github.orgswitcher.store.Source;
import io.github.orgswitcher.store.Verification;
import io.github.orgswitcher.verification.TxtRecord;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a manager reads of a domain, and can do about it. */
class DomainRowsTest {

    private static final Instant SOME_DAY = Instant.parse("2026-03-14T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "VERIFIED, API,       false, -,                   orgSwitcherManageDomainProvenOn, remove",
                "VERIFIED, ATTRIBUTE, false, -,                   orgSwitcherManageDomainProvenOn, ''",
                "NONE,     API,       false, -,                   orgSwitcherManageDomainOpen,     check remove",
                "PENDING,  API,       true,  DOMAIN_NEEDS_PROOF,  orgSwitcherVerdictDomainNeedsProof, check affiliate remove",
                "LAPSED,   API,       false, DOMAIN_NOT_VERIFIED, orgSwitcherVerdictDomainNotVerified, check remove"
            })
    void whatIsToBeDoneFollowsFromTheProof(
            Verification verification,
            Source source,
            boolean affiliated,
            @Nullable Verdict closed,
            String note,
            String presses) {
        ManageRow row = new DomainRows(Locale.ENGLISH).row(managed(verification, source, affiliated, closed), null);

        assertThat(row.getNote()).extracting(ManageRow.Note::key).isEqualTo(note);
        assertThat(row.getPresses().stream().map(Press::field).collect(Collectors.joining(" ")))
                .isEqualTo(presses);
        assertThat(row.getRecord() == null).as("nothing to publish").isEqualTo(verification == Verification.VERIFIED);
    }

    private static ManagedDomain managed(
            Verification verification, Source source, boolean affiliated, @Nullable Verdict closed) {
        AllowedDomain domain = AllowedDomain.added("1", "acme.example", source, SOME_DAY, null)
                .withProof(new DomainProof(verification, "token", SOME_DAY, SOME_DAY, null));
        return new ManagedDomain(domain, TxtRecord.of(domain), closed, affiliated, affiliated, JoinMode.SUGGEST);
    }
}
