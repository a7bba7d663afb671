package io.github.orgswitcher.platform.mapper;

/** What a token or an assertion may tell of a person's organizations. */
public sealed interface Told {

    /** As Keycloak does by itself. */
    Told AS_KEYCLOAK = new AsKeycloak();

    /** Nothing. */
    Told NOTHING = new Nothing();

    /** As Keycloak does by itself. */
    record AsKeycloak() implements Told {}

    /** Nothing. */
    record Nothing() implements Told {}

    /**
     * One organization and no other.
     *
     * @param orgId its id; of one that is gone, nothing is told
     */
    record Only(String orgId) implements Told {}
}
