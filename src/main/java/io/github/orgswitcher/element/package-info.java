/** The custom element {@code <organization-switcher>}, which applications put into their own pages. */
@NullMarked
package io.github.orgswitcher.element;

import org.jspecify.annotations.NullMarked;
