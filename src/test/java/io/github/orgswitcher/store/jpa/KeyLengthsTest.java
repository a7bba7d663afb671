package io.github.orgswitcher.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import liquibase.exception.LiquibaseException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the databases that are not run here say of long keys, and of names in any letters, by the SQL that they would get. */
class KeyLengthsTest {

    private static final Pattern COLUMN =
            Pattern.compile("(?:\\(|, | ADD )(\\w+) (?:n?varchar2?)\\((\\d+)\\)", Pattern.CASE_INSENSITIVE);
    private static final Pattern TABLE = Pattern.compile("(?:CREATE|ALTER) TABLE (\\w+) ");
    private static final Pattern KEY = Pattern.compile("(?:PRIMARY KEY |UNIQUE )\\(([^)]*)\\)");
    private static final Pattern INDEX = Pattern.compile("INDEX \\w+ ON (\\w+)\\(([^)]*)\\)");
    /** Of a number or a time. */
    private static final int OTHER = 8;

    /**
     * The bytes of a character, and those of a key. SQL Server's limit is that of a clustered key; a {@code varchar} has its length in
     * bytes there. Oracle's is that of blocks of 8 KiB, MySQL's that of InnoDB.
     */
    @ParameterizedTest
    @CsvSource({"mssql, 1, 900", "oracle, 4, 6398", "mysql, 4, 3072", "mariadb, 4, 3072"})
    void areWithinTheLimit(String product, int character, int limit, @TempDir Path directory)
            throws LiquibaseException {
        Map<String, Integer> lengths = new HashMap<>();
        Map<String, Integer> keys = new HashMap<>();
        statements(product, directory).forEach(statement -> {
            Matcher table = TABLE.matcher(statement);
            Matcher index = INDEX.matcher(statement);
            if (table.find()) {
                columns(statement, table.group(1), lengths);
                KEY.matcher(statement)
                        .results()
                        .forEach(key -> keys.put(
                                table.group(1) + key.group(), bytes(table.group(1), key.group(1), lengths, character)));
            } else if (index.find()) {
                keys.put(index.group(), bytes(index.group(1), index.group(2), lengths, character));
            }
        });

        assertThat(keys)
                .hasSizeGreaterThan(20)
                .allSatisfy((key, bytes) -> assertThat(bytes).as(key).isLessThanOrEqualTo(limit));
        assertThat(keys.values()).as("columns are found").contains(2 * 255 * character);
    }

    @ParameterizedTest
    @CsvSource({"mssql, nvarchar(2000)", "oracle, NVARCHAR2(2000)"})
    void namesMayBeInAnyLetters(String product, String type, @TempDir Path directory) throws LiquibaseException {
        assertThat(String.join("\n", statements(product, directory).toList()))
                .contains("DEFAULT_GROUPS " + type, "MANAGER_GROUP " + type)
                .doesNotContainPattern("(DEFAULT_GROUPS|MANAGER_GROUP) (?!" + Pattern.quote(type) + ")\\w+\\(");
    }

    private static Stream<String> statements(String product, Path directory) throws LiquibaseException {
        return ChangelogTest.sql(product, directory.resolve("ran.csv")).lines().filter(line -> !line.startsWith("--"));
    }

    private static void columns(String statement, String table, Map<String, Integer> lengths) {
        COLUMN.matcher(statement)
                .results()
                .forEach(column ->
                        lengths.merge(table + "." + column.group(1), Integer.parseInt(column.group(2)), Math::max));
    }

    private static int bytes(String table, String columns, Map<String, Integer> lengths, int character) {
        return Stream.of(columns.split(", "))
                .map(column -> lengths.get(table + "." + column))
                .mapToInt(length -> length == null ? OTHER : length * character)
                .sum();
    }
}
