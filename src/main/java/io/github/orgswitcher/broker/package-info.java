/** What identity providers say of people's email addresses. */
@NullMarked
package io.github.orgswitcher.broker;

import org.jspecify.annotations.NullMarked;
