package io.github.orgswitcher.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the import takes for a row, and where it gives up. */
class RowReadersTest {

    @Test
    void jsonObjectsAreRows() throws UnreadableImportException {
        assertThat(json("""
                [{"organization": "acme", "domain": "acme.example"},
                 {"domain": "b\\u00fccher.example", "organization": null},
                 {}]
                """))
                .containsExactly(row(1, "acme", "acme.example"), row(2, null, "bücher.example"), row(3, null, null));
        assertThat(json("[]")).isEmpty();
    }

    @Test
    void malformedJsonRowsAreRefusedOneByOne() throws UnreadableImportException {
        List<ImportRow> rows = json("""
                [1, "acme", null, [{"organization": "acme"}], {"organization": 7, "domain": "a.example"},
                 {"organization": "acme", "domain": {"organization": "x"}}, {"owner": [1], "domain": "a.example"},
                 {"organization": "acme", "domain": "last.example"}]
                """);
        assertThat(rows.subList(0, 4))
                .extracting(ImportRow::problem)
                .containsOnly(new Problem(null, "orgSwitcherImportRowInvalid"));
        assertThat(rows.subList(4, 7))
                .extracting(ImportRow::problem)
                .containsExactly(
                        new Problem("organization", "orgSwitcherJsonNotText", "organization"),
                        new Problem("domain", "orgSwitcherJsonNotText", "domain"),
                        new Problem("owner", "orgSwitcherJsonUnknownField", "owner"));
        assertThat(rows.get(7)).isEqualTo(row(8, "acme", "last.example"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "null", "\"acme\"", "organization,domain", "\u0000", "]"})
    void whatIsNoJsonArrayIsNoImport(String text) {
        assertUnreadable("orgSwitcherImportNotArray", () -> json(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{}",
                "[{},",
                "[{}] {}",
                "[{}]]",
                "[{}, {\"organization\"",
                "[{}, oops]",
                "[{}, {\"domain\": \"a.example\", \"domain\": \"b.example\"}]",
                "[{}, [[[[[[[[[[[[1]]]]]]]]]]]]]"
            })
    void brokenJsonEndsTheReading(String text) {
        assertUnreadable("orgSwitcherImportBroken", () -> json(text));
    }

    @Test
    void csvLinesAreRows() throws UnreadableImportException {
        assertThat(csv("""
                \uFEFFDomain, organization
                acme.example,acme

                "bücher.example","Acme ""Labs\"""
                b.example
                a,b,c
                ,acme
                """))
                .containsExactly(
                        row(1, "acme", "acme.example"),
                        row(2, "Acme \"Labs\"", "bücher.example"),
                        malformed(3),
                        malformed(4),
                        row(5, "acme", null));
        assertThat(csv("organization,domain\r\nacme,acme.example\r\n")).hasSize(1);
        assertThat(csv("organization,domain")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t", ","})
    void theFirstLineTellsTheSeparator(String separator) throws UnreadableImportException {
        String text = """
                \uFEFFDomain|"organization"
                acme.example|"Acme, Labs; \tInc."
                b.example|acme|c
                """.replace("|", separator);
        assertThat(csv(text)).containsExactly(row(1, "Acme, Labs; \tInc.", "acme.example"), malformed(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "acme,acme.example",
                "organization",
                "organization,organization",
                "organization,domain,owner",
                "organization|domain",
                "organization;domain,",
                "[{}]",
                "\"organization"
            })
    void firstLineMustNameTheColumns(String text) {
        assertUnreadable("orgSwitcherImportColumns", () -> csv(text));
    }

    @Test
    void brokenCsvEndsTheReading() {
        assertUnreadable("orgSwitcherImportBroken", () -> csv("organization,domain\nacme,\"never\nends"));
    }

    @Test
    void rowThatNeverEndsFillsNoMemory() {
        Endless letters = new Endless("[{\"domain\":\"", 'a');
        assertUnreadable("orgSwitcherImportBroken", () -> rows(reader(letters, false)));
        assertThat(letters.read).isLessThan(100_000);
        Endless blanks = new Endless("[", ' ');
        assertUnreadable("orgSwitcherImportBroken", () -> rows(reader(blanks, false)));
        assertThat(blanks.read).isLessThan(100_000);
        Endless cell = new Endless("organization,domain\n", 'a');
        assertUnreadable("orgSwitcherImportBroken", () -> rows(reader(cell, true)));
        assertThat(cell.read).isLessThan(100_000);
        Endless lines = new Endless("organization,domain\n", '\n');
        assertUnreadable("orgSwitcherImportBroken", () -> rows(reader(lines, true)));
        assertThat(lines.read).isLessThan(100_000);
    }

    private static void assertUnreadable(
            String messageKey, org.assertj.core.api.ThrowableAssert.ThrowingCallable reading) {
        assertThatThrownBy(reading).isInstanceOfSatisfying(UnreadableImportException.class, e -> assertThat(
                        e.problem().messageKey())
                .isEqualTo(messageKey));
    }

    private static ImportRow row(int number, @Nullable String organization, @Nullable String domain) {
        return new ImportRow(number, organization, domain, null, null, null);
    }

    private static ImportRow malformed(int number) {
        return new ImportRow(number, null, null, null, null, new Problem(null, "orgSwitcherImportRowInvalid"));
    }

    private static List<ImportRow> json(String text) throws UnreadableImportException {
        return rows(reader(new ByteArrayInputStream(text.getBytes(UTF_8)), false));
    }

    private static List<ImportRow> csv(String text) throws UnreadableImportException {
        return rows(reader(new ByteArrayInputStream(text.getBytes(UTF_8)), true));
    }

    private static RowReader reader(InputStream in, boolean csv) throws UnreadableImportException {
        return ImportRow.FORM.reader(in, csv);
    }

    private static List<ImportRow> rows(RowReader reader) throws UnreadableImportException {
        List<ImportRow> rows = new ArrayList<>();
        for (Optional<SentRow> row = reader.next(); row.isPresent(); row = reader.next()) {
            rows.add(ImportRow.of(row.get()));
        }
        assertThat(reader.next()).as("after the end").isEmpty();
        return rows;
    }

    /** A sender who starts well and never stops. */
    private static final class Endless extends InputStream {

        private final byte[] start;
        private final char filler;
        private int read;

        Endless(String start, char filler) {
            this.start = start.getBytes(UTF_8);
            this.filler = filler;
        }

        @Override
        public int read() {
            return read < start.length ? start[read++] : keep();
        }

        private int keep() {
            read++;
            return filler;
        }
    }
}
