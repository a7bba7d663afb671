/** Finds the people whom an email address belongs to. */
@NullMarked
package io.github.orgswitcher.people;

import org.jspecify.annotations.NullMarked;
