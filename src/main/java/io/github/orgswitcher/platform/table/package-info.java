/** Keycloak's database: the way to it, the tables of Keycloak's own that our queries need, and how ours are added. */
@NullMarked
package io.github.orgswitcher.platform.table;

import org.jspecify.annotations.NullMarked;
