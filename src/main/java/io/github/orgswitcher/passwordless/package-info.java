/** Sign-in by email: one mail with a link and a code, which prove the address. */
@NullMarked
package io.github.orgswitcher.passwordless;

import org.jspecify.annotations.NullMarked;
