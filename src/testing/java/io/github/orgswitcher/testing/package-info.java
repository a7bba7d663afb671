/**
 * What the integration tests run on: a real Keycloak server, realms on it, a mailbox, and browsers with and without
 * scripts. Nothing here knows the product.
 */
@NullMarked
package io.github.orgswitcher.testing;

import org.jspecify.annotations.NullMarked;
