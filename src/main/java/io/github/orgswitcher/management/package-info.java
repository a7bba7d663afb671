/** What those who manage an organization do about it, with no role in Keycloak: one set of rules for pages and REST. */
@NullMarked
package io.github.orgswitcher.management;

import org.jspecify.annotations.NullMarked;
