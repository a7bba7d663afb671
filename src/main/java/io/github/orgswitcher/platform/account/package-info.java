/** Keycloak's insides about people who are signed in: by an access token, for REST, or by the browser's cookie, for pages. */
@NullMarked
package io.github.orgswitcher.platform.account;

import org.jspecify.annotations.NullMarked;
