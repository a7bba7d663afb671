/** Follows what happens to realms, organizations and users: declarative attributes, and clean-up. */
@NullMarked
package io.github.orgswitcher.lifecycle;

import org.jspecify.annotations.NullMarked;
