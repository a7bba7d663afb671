package io.github.orgswitcher.bulk;

import com.google.common.collect.Iterables;
import io.github.orgswitcher.bulk.ImportBatch.Outcome;
import io.github.orgswitcher.bulk.RowResult.Status;
import io.github.orgswitcher.store.LostRaceException;
import io.github.orgswitcher.store.OwnTransaction;
import io.github.orgswitcher.store.Patience;
import io.github.orgswitcher.store.RealmGoneException;
import io.github.orgswitcher.store.RealmStore;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;

/**
 * Reads rows of organization and domain and adds the domains, some rows in one transaction, or all of them. However many
 * rows there are, only some are in memory.
 */
public final class DomainImport {

    /**
     * Rows of a transaction, and of one insert: with ten values for each row it stays below the 2100 parameters that
     * SQL Server takes.
     */
    private static final int BATCH = 200;

    private final ImportRequest request;
    private final RowReader rows;
    private @Nullable Problem unreadable;
    /** Those of the last attempt, where one was in vain. */
    private ImportResults results = new ImportResults();

    private DomainImport(ImportRequest request, InputStream in) {
        this.request = request;
        this.rows = reader(in);
    }

    /**
     * Imports.
     *
     * @param request what to know
     * @param in the rows
     * @return what became of them, to be closed
     * @throws LostRaceException when others were in the way of an atomic import, so that nothing was changed
     */
    public static ImportReport run(ImportRequest request, InputStream in) {
        DomainImport running = new DomainImport(request, in);
        ImportReport report = null;
        try {
            if (request.atomic()) {
                running.runAtOnce();
            } else {
                running.runInParts();
            }
            report = running.report();
            return report;
        } finally {
            if (report == null) {
                running.results.close();
            }
        }
    }

    private RowReader reader(InputStream in) {
        try {
            return ImportRow.FORM.reader(in, request.csv());
        } catch (UnreadableImportException e) {
            unreadable = e.problem();
            return Optional::empty;
        }
    }

    private void runInParts() {
        for (List<ImportRow> batch = nextBatch(); !batch.isEmpty(); batch = nextBatch()) {
            results.add(added(batch));
        }
        results.added().forEach(request.recorder());
    }

    private Outcome added(List<ImportRow> batch) {
        if (Patience.of(request.session()).isGivenUp()) {
            return lost(batch);
        }
        try {
            return OwnTransaction.of(request.session()).call(own -> add(batch(own), own, batch));
        } catch (RealmGoneException e) {
            throw e;
        } catch (LostRaceException e) {
            // What came before is there to stay, and what comes after may succeed.
            return lost(batch);
        }
    }

    private Outcome lost(List<ImportRow> batch) {
        return Outcome.refused(batch, new Problem(null, "orgSwitcherLostRace"), request.messages());
    }

    /** All rows are read first, because others may be in the way of the first attempt, and a slow sender is in nobody's. */
    private void runAtOnce() {
        try (Spool<ImportRow> all = Spool.of(ImportRow.class)) {
            for (List<ImportRow> batch = nextBatch(); !batch.isEmpty(); batch = nextBatch()) {
                batch.forEach(all::add);
            }
            OwnTransaction.of(request.session()).call(own -> {
                results.close();
                results = new ImportResults();
                ImportBatch looking = batch(own);
                lock(own, looking, all);
                for (List<ImportRow> batch : Iterables.partition(all, BATCH)) {
                    results.add(failed() ? look(looking, batch) : add(looking, own, batch));
                }
                if (failed()) {
                    own.getTransactionManager().setRollbackOnly();
                }
                return null;
            });
        }
        if (!failed()) {
            results.added().forEach(request.recorder());
        }
    }

    /** All organizations before the first row, in the order in which everybody locks them, whatever that of the rows is. */
    private void lock(KeycloakSession own, ImportBatch looking, Spool<ImportRow> all) {
        Set<String> orgIds = new TreeSet<>();
        Iterables.partition(all, BATCH).forEach(batch -> orgIds.addAll(looking.organizationsToChange(batch)));
        Iterables.partition(orgIds, BATCH).forEach(store(own).organizations()::lock);
    }

    private ImportBatch batch(KeycloakSession session) {
        return new ImportBatch(request, store(session), request.importer().apply(session));
    }

    private static Outcome look(ImportBatch looking, List<ImportRow> batch) {
        return looking.look(batch, Instant.ofEpochMilli(Time.currentTimeMillis()));
    }

    private Outcome add(ImportBatch looking, KeycloakSession session, List<ImportRow> batch) {
        Outcome outcome = look(looking, batch);
        if (!outcome.added().isEmpty()) {
            store(session).imports().add(outcome.added());
        }
        return outcome;
    }

    private RealmStore store(KeycloakSession session) {
        return RealmStore.of(session, request.realmId());
    }

    private List<ImportRow> nextBatch() {
        List<ImportRow> batch = new ArrayList<>();
        try {
            while (batch.size() < BATCH && unreadable == null) {
                Optional<ImportRow> row = rows.next().map(ImportRow::of);
                if (row.isEmpty()) {
                    break;
                }
                batch.add(row.get());
            }
        } catch (UnreadableImportException e) {
            unreadable = e.problem();
        }
        return batch;
    }

    /** Whether nothing is to be kept. */
    private boolean failed() {
        return request.atomic() && (unreadable != null || results.count(Status.REFUSED) > 0);
    }

    private ImportReport report() {
        Problem problem = unreadable;
        if (problem == null && failed()) {
            problem = new Problem(null, "orgSwitcherImportNothingChanged", results.count(Status.REFUSED));
        }
        return new ImportReport(results, !failed(), problem == null ? null : problem.sentence(request.messages()));
    }
}
