/** Follows what happens to realms, organizations and users: what they declare is brought up to date, what they leave is cleaned up. */
@NullMarked
package io.github.orgswitcher.lifecycle;

import org.jspecify.annotations.NullMarked;
