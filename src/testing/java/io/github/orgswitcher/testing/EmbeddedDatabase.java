package io.github.orgswitcher.testing;

import java.util.List;
import javax.sql.DataSource;

/** A database of this run alone, with one database in it for Keycloak. */
interface EmbeddedDatabase {

    /** Keycloak's database with all rights; each call of {@code getConnection} opens a connection. */
    DataSource dataSource();

    /** The options with which Keycloak uses it. */
    List<String> options();

    void stop();
}
