/** Sets a realm up for the switcher in one call, and takes back what that has made. */
@NullMarked
package io.github.orgswitcher.setup;

import org.jspecify.annotations.NullMarked;
