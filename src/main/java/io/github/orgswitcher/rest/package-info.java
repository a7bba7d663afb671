/** What the REST for administrators and the one for the signed-in person have in common: how they read, page and refuse. */
@NullMarked
package io.github.orgswitcher.rest;

import org.jspecify.annotations.NullMarked;
