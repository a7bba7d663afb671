/** Admin REST: policies and allowed domains of organizations, with Keycloak's permissions, admin events and errors. */
@NullMarked
package io.github.orgswitcher.admin;

import org.jspecify.annotations.NullMarked;
