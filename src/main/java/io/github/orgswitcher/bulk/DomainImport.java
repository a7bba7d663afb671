package io.github.orgswitcher.bulk;

import io.github.orgswitcher.bulk.RowResult.Status;
import io.github.orgswitcher.store.OrgSwitcherStore;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.KeycloakModelUtils;

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
    private final ResultSpool spool = ResultSpool.open();
    private final Map<Status, Integer> counts = new EnumMap<>(Status.class);
    private @Nullable Problem unreadable;

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
     */
    public static ImportReport run(ImportRequest request, InputStream in) {
        DomainImport running = new DomainImport(request, in);
        ImportReport report = null;
        try {
            running.run();
            report = running.report();
            return report;
        } finally {
            if (report == null) {
                running.spool.close();
            }
        }
    }

    private RowReader reader(InputStream in) {
        try {
            return request.csv() ? new CsvRowReader(in) : new JsonRowReader(in);
        } catch (UnreadableImportException e) {
            unreadable = e.problem();
            return Optional::empty;
        }
    }

    private void run() {
        List<ImportRow> batch = nextBatch();
        if (request.atomic()) {
            List<ImportRow> first = batch;
            inTransaction(session -> {
                for (List<ImportRow> each = first; !each.isEmpty(); each = nextBatch()) {
                    take(session, each);
                }
                if (failed()) {
                    session.getTransactionManager().setRollbackOnly();
                }
            });
            return;
        }
        while (!batch.isEmpty()) {
            List<ImportRow> each = batch;
            inTransaction(session -> take(session, each));
            batch = nextBatch();
        }
    }

    private void inTransaction(KeycloakTask task) {
        KeycloakModelUtils.runJobInTransaction(
                request.session().getKeycloakSessionFactory(), request.session().getContext(), task::run);
    }

    private interface KeycloakTask {
        void run(KeycloakSession session);
    }

    private List<ImportRow> nextBatch() {
        List<ImportRow> batch = new ArrayList<>();
        try {
            while (batch.size() < BATCH && unreadable == null) {
                Optional<ImportRow> row = rows.next();
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

    private void take(KeycloakSession session, List<ImportRow> batch) {
        OrgSwitcherStore store = session.getProvider(OrgSwitcherStore.class);
        Importer importer = request.importer().apply(session);
        ImportBatch.Outcome outcome =
                new ImportBatch(request, store, importer).look(batch, Instant.ofEpochMilli(Time.currentTimeMillis()));
        outcome.results().forEach(result -> {
            counts.merge(result.status(), 1, Integer::sum);
            spool.add(result);
        });
        if (!outcome.added().isEmpty() && !failed()) {
            store.addDomains(request.realmId(), outcome.added());
            importer.added(outcome.added());
        }
    }

    /** Whether nothing is to be kept. */
    private boolean failed() {
        return request.atomic() && (unreadable != null || counts.containsKey(Status.REFUSED));
    }

    private ImportReport report() {
        Problem problem = unreadable;
        if (problem == null && failed()) {
            problem = new Problem(null, "orgSwitcherImportNothingChanged", count(Status.REFUSED));
        }
        String message = problem == null
                ? null
                : request.messages()
                        .message(problem.messageKey(), problem.params().toArray());
        return new ImportReport(
                spool,
                !failed(),
                message,
                failed() ? 0 : count(Status.ADDED),
                count(Status.EXISTS),
                count(Status.REFUSED));
    }

    private int count(Status status) {
        return counts.getOrDefault(status, 0);
    }
}
