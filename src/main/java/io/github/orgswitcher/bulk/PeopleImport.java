package io.github.orgswitcher.bulk;

import io.github.orgswitcher.bulk.PeopleReport.Outcome;
import io.github.orgswitcher.bulk.PeopleReport.Result;
import io.github.orgswitcher.decision.OrganizationRef;
import io.github.orgswitcher.domain.EmailAddress;
import io.github.orgswitcher.store.RealmStore;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows of organization and person, and has those brought in that name an organization which the administrator may manage.
 *
 * @param store the realm's store, of the request's session
 * @param importer the administrator
 * @param messages the sentences of refusals
 * @param dryRun whether nothing is to happen
 * @param work brings people in, one after the other, and says what became of each
 */
public record PeopleImport(
        RealmStore store,
        Importer importer,
        Messages messages,
        boolean dryRun,
        Function<List<ImportedPerson>, List<Outcome>> work) {

    /** Each may be a mail, and all are written in one request. */
    public static final int MOST = 500;

    /**
     * Imports.
     *
     * @param in the rows
     * @param csv whether they are CSV; JSON otherwise
     * @return what became of them
     */
    public PeopleReport run(InputStream in, boolean csv) {
        List<PersonRow> rows = new ArrayList<>();
        try {
            read(in, csv, rows);
        } catch (UnreadableImportException e) {
            return report(e.problem(), rows);
        }
        return rows.size() > MOST
                ? report(new Problem(null, "orgSwitcherPeopleImportTooMany", MOST), List.of())
                : report(null, rows);
    }

    /** One more than may be. */
    private static void read(InputStream in, boolean csv, List<PersonRow> rows) throws UnreadableImportException {
        RowReader reader = PersonRow.FORM.reader(in, csv);
        while (rows.size() <= MOST) {
            Optional<PersonRow> row = reader.next().map(PersonRow::of);
            if (row.isEmpty()) {
                return;
            }
            rows.add(row.get());
        }
    }

    private PeopleReport report(@Nullable Problem unreadable, List<PersonRow> rows) {
        return PeopleReport.of(unreadable == null ? null : unreadable.sentence(messages), dryRun, results(rows));
    }

    private List<Result> results(List<PersonRow> rows) {
        Map<PersonRow, Problem> problems = new LinkedHashMap<>();
        Map<PersonRow, ImportedPerson> people = people(rows, problems);
        Iterator<Outcome> outcomes = work.apply(List.copyOf(people.values())).iterator();
        return rows.stream()
                .map(row -> people.containsKey(row)
                        ? Result.of(row, outcomes.next())
                        : Result.refused(row, Objects.requireNonNull(problems.get(row)), messages))
                .toList();
    }

    private Map<PersonRow, ImportedPerson> people(List<PersonRow> rows, Map<PersonRow, Problem> problems) {
        NamedOrganizations organizations = new NamedOrganizations(store, importer);
        Map<String, OrganizationRef> found = organizations.among(rows.stream().map(PersonRow::organization));
        Map<PersonRow, ImportedPerson> people = new LinkedHashMap<>();
        Map<ImportedPerson, Integer> seen = new HashMap<>();
        for (PersonRow row : rows) {
            EmailAddress address = row.address();
            if (row.problem() != null || address == null) {
                problems.put(row, Objects.requireNonNull(row.problem()));
                continue;
            }
            NamedOrganizations.Named named = organizations.named(row.organization(), found);
            OrganizationRef organization = named.organization();
            if (organization == null) {
                problems.put(row, Objects.requireNonNull(named.problem()));
                continue;
            }
            Integer before = seen.putIfAbsent(new ImportedPerson(organization.id(), address, null, null), row.number());
            if (before != null) {
                problems.put(row, new Problem(PersonRow.EMAIL, "orgSwitcherPeopleImportRepeated", before));
            } else {
                people.put(row, new ImportedPerson(organization.id(), address, row.firstName(), row.lastName()));
            }
        }
        return people;
    }
}
