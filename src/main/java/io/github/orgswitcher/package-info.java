/** A Keycloak extension that leads a person who has signed in to the right organization. */
@NullMarked
package io.github.orgswitcher;

import org.jspecify.annotations.NullMarked;
