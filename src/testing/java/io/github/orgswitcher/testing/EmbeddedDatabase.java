package io.github.orgswitcher.testing;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** A database of this run alone, with one database in it for Keycloak. */
interface EmbeddedDatabase {

    /** Keycloak's database with all rights; each call of {@code getConnection} opens a connection. */
    DataSource dataSource();

    /** The options with which Keycloak uses it. */
    List<String> options();

    /** What else Keycloak's environment has for it, against what an operator has who sets nothing. */
    default Map<String, String> environment() {
        return Map.of();
    }

    void stop();
}
