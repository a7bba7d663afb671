/**
 * What organizations say of themselves, by their attributes and by Keycloak's own domains of theirs, made into rows that follow it;
 * and whose word it is.
 */
@NullMarked
package io.github.orgswitcher.declared;

import org.jspecify.annotations.NullMarked;
