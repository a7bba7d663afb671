/** The realm's settings, kept in the required action's configuration. */
@NullMarked
package io.github.orgswitcher.settings;

import org.jspecify.annotations.NullMarked;
