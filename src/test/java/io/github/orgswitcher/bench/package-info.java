/** What a login costs, printed and never asserted: {@code mvn -Pbench}, and {@code mvn -Psoak} for very many of them. */
package io.github.orgswitcher.bench;
