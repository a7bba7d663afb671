/** The import of many allowed domains for many organizations. */
@NullMarked
package io.github.orgswitcher.bulk;

import org.jspecify.annotations.NullMarked;
