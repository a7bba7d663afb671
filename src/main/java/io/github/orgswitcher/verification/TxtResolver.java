package io.github.orgswitcher.verification;

/** Asks DNS. */
interface TxtResolver {

    /**
     * Looks up the TXT records of a name, in bounded time.
     *
     * @param name a full name; nothing is ever appended to it
     * @return the answer
     */
    TxtAnswer lookUp(String name);
}
