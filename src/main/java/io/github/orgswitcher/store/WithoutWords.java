package io.github.orgswitcher.store;

import org.jspecify.annotations.Nullable;

/** An exception for the log: where it was thrown and what caused it, but not what it says, which may quote an address. */
public final class WithoutWords extends Exception {

    private static final long serialVersionUID = 1L;

    private WithoutWords(Throwable thrown) {
        super(thrown.getClass().getName(), of(thrown.getCause()), false, true);
        setStackTrace(thrown.getStackTrace());
    }

    /**
     * What is left of an exception.
     *
     * @param thrown the exception; null where there is none
     * @return the same without what it says; null for none
     */
    public static @Nullable WithoutWords of(@Nullable Throwable thrown) {
        return thrown == null ? null : new WithoutWords(thrown);
    }
}
