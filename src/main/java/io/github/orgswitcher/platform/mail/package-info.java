/** What a mail needs of Keycloak: a server that takes it, a reader, a signed link, and the pages that the link leads to. */
@NullMarked
package io.github.orgswitcher.platform.mail;

import org.jspecify.annotations.NullMarked;
