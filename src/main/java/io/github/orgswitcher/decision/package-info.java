/** What a login needs, decided from facts alone; knows no Keycloak type. */
@NullMarked
package io.github.orgswitcher.decision;

import org.jspecify.annotations.NullMarked;
