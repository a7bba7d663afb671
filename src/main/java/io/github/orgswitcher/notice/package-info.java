/** Mails to those who decide on requests to join, and to those who asked. */
@NullMarked
package io.github.orgswitcher.notice;

import org.jspecify.annotations.NullMarked;
