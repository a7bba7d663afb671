/** What the extension keeps: allowed domains, join policies and enrollments, behind one interface. */
@NullMarked
package io.github.orgswitcher.store;

import org.jspecify.annotations.NullMarked;
