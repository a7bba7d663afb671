/** What operators see beside Keycloak's own metrics. */
@NullMarked
package io.github.orgswitcher.metrics;

import org.jspecify.annotations.NullMarked;
