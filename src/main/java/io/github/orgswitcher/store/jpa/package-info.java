/** The store in Keycloak's own database. */
@NullMarked
package io.github.orgswitcher.store.jpa;

import org.jspecify.annotations.NullMarked;
