/**
 * Email domains and the rules about them: which domain an address belongs to, which allowed domains let it in, and
 * which domains can never be allowed. Knows no Keycloak type.
 */
@NullMarked
package io.github.orgswitcher.domain;

import org.jspecify.annotations.NullMarked;
