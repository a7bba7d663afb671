package io.github.orgswitcher.bulk;

/** Says that what was sent cannot be read, so that nothing after it can be looked at. */
final class UnreadableImportException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    UnreadableImportException(String messageKey, Object... params) {
        super(messageKey);
        this.problem = new Problem(null, messageKey, params);
    }

    static UnreadableImportException atRow(int number) {
        return new UnreadableImportException("orgSwitcherImportBroken", number);
    }

    Problem problem() {
        return problem;
    }
}
