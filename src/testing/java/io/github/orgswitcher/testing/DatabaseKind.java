package io.github.orgswitcher.testing;

import java.nio.file.Path;
import java.util.function.Function;

/** The databases that the fixture runs Keycloak on, each with a folder of its own. */
enum DatabaseKind {
    POSTGRES("postgres", FixtureSettings.directory(), PostgresDatabase::startIn),
    MARIADB("mariadb", FixtureSettings.directory().resolve("mariadb"), MariaDatabase::startIn);

    private final String option;
    private final Path directory;
    private final Function<Path, EmbeddedDatabase> starter;

    DatabaseKind(String option, Path directory, Function<Path, EmbeddedDatabase> starter) {
        this.option = option;
        this.directory = directory;
        this.starter = starter;
    }

    /** Keycloak's name for it, which is an option of its build. */
    String option() {
        return option;
    }

    /** Where what runs on it writes. */
    Path directory() {
        return directory;
    }

    EmbeddedDatabase start() {
        return starter.apply(directory);
    }
}
