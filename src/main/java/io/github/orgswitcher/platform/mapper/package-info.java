/**
 * Keycloak's own mappers of organizations, and its issuing of tokens, with one question left open: what they may tell.
 */
@NullMarked
package io.github.orgswitcher.platform.mapper;

import org.jspecify.annotations.NullMarked;
