/** Administrators and their REST: who they are, what they may do, and how Keycloak hears of what they change. */
@NullMarked
package io.github.orgswitcher.platform.admin;

import org.jspecify.annotations.NullMarked;
