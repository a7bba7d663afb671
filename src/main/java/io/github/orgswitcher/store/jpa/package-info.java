/**
 * The store in Keycloak's own database. It looks before it inserts, because some databases report a conflict in the log before
 * it is ignored. {@code on conflict do nothing} names no columns: with columns, Hibernate 7.2 leaves the clause out on
 * databases that do not know it, such as H2, and the insert fails.
 */
@NullMarked
package io.github.orgswitcher.store.jpa;

import org.jspecify.annotations.NullMarked;
