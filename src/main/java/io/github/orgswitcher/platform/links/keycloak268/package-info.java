/** Keycloak 26.8: identity providers and organizations are many to many. No type that only this version has is named here. */
@NullMarked
package io.github.orgswitcher.platform.links.keycloak268;

import org.jspecify.annotations.NullMarked;
