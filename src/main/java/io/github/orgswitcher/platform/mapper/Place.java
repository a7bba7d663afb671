package io.github.orgswitcher.platform.mapper;

/** How a mapper takes the place of Keycloak's own: it has the same id, and a higher order, as extensions replace providers. */
final class Place {

    /** Keycloak's own mappers have 0. */
    static final int ORDER = 10;

    private Place() {}
}
