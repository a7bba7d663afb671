/** Hashes of what must not be stored as it is. */
@NullMarked
package io.github.orgswitcher.hash;

import org.jspecify.annotations.NullMarked;
