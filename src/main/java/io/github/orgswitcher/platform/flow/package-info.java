/** A login as Keycloak runs it: its proof and session, its flow and required actions, and for whom it is. */
@NullMarked
package io.github.orgswitcher.platform.flow;

import org.jspecify.annotations.NullMarked;
