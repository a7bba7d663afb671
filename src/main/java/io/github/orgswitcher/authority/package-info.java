/** Whose word it is that an email address is a person's, and how far that word reaches. */
@NullMarked
package io.github.orgswitcher.authority;

import org.jspecify.annotations.NullMarked;
