/**
 * The looks of names: which characters can be seen, which letters stand for letters of one alphabet, and which names pass for
 * one another. Knows no Keycloak type.
 */
@NullMarked
package io.github.orgswitcher.name;

import org.jspecify.annotations.NullMarked;
