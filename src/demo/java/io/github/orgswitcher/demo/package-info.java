/** The demo: Keycloak with the extension, a mailbox and an application, each on a port of this machine. */
@NullMarked
package io.github.orgswitcher.demo;

import org.jspecify.annotations.NullMarked;
