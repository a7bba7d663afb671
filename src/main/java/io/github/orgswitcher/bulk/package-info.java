/** Imports from a file: many allowed domains, or many people, of many organizations. */
@NullMarked
package io.github.orgswitcher.bulk;

import org.jspecify.annotations.NullMarked;
