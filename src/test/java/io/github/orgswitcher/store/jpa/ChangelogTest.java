package io.github.orgswitcher.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.nio.file.Path;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The changelog on all databases that Keycloak runs on, as the SQL that Liquibase makes of it. */
class ChangelogTest {

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "h2", "mysql", "mariadb", "oracle", "mssql"})
    void isSqlOnEveryDatabase(String product, @TempDir Path directory) throws LiquibaseException {
        String sql = sql(product, directory.resolve("ran.csv"));
        for (String table : new String[] {
            "ORGSW_ALLOWED_DOMAIN",
            "ORGSW_MARKED_DOMAIN",
            "ORGSW_JOIN_POLICY",
            "ORGSW_ENROLLMENT",
            "ORGSW_PERSON",
            "ORGSW_LAST_USED",
            "ORGSW_DIRECTORY_LEAVER",
            "ORGSW_SETTINGS",
            "ORGSW_OUTBOX"
        }) {
            assertThat(sql).containsPattern("CREATE TABLE \\S*" + table + " ");
        }
        assertThat(sql).containsPattern("CREATE (NONCLUSTERED )?INDEX \\S*IDX_ORGSW_DOMAIN_LOGIN ");
        assertThat(sql.contains("COLLATE \"C\"")).as("compared by bytes").isEqualTo(product.equals("postgresql"));
        if (product.equals("mysql") || product.equals("mariadb")) {
            for (String text :
                    new String[] {"DOMAIN VARCHAR(255)", "DEFAULT_GROUPS VARCHAR(2000)", "CONTENT LONGTEXT"}) {
                assertThat(sql).contains(text + " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
            }
        }
    }

    static String sql(String product, Path ran) throws LiquibaseException {
        ClassLoaderResourceAccessor resources = new ClassLoaderResourceAccessor();
        Database database = DatabaseFactory.getInstance()
                .openDatabase(
                        "offline:" + product + "?outputLiquibaseSql=none&changeLogFile=" + ran,
                        null,
                        null,
                        null,
                        resources);
        StringWriter sql = new StringWriter();
        new Liquibase("META-INF/org-switcher-changelog.xml", resources, database).update(new Contexts(), sql);
        return sql.toString();
    }
}
