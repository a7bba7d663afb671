/**
 * What an organization's policy can say: its settings, one object each, and their values. Knows neither Keycloak nor how values
 * get here.
 */
@NullMarked
package io.github.orgswitcher.policy;

import org.jspecify.annotations.NullMarked;
