/** How the running Keycloak links identity providers with organizations. */
@NullMarked
package io.github.orgswitcher.platform.links;

import org.jspecify.annotations.NullMarked;
