/** Keycloak 26.7: an identity provider belongs to one organization at most. Later versions never load these classes. */
@NullMarked
package io.github.orgswitcher.platform.links.keycloak267;

import org.jspecify.annotations.NullMarked;
