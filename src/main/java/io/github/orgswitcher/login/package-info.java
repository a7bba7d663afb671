/** The two doors into a login, the authenticator and the required action, and the step behind both. */
@NullMarked
package io.github.orgswitcher.login;

import org.jspecify.annotations.NullMarked;
