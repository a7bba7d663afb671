package io.github.orgswitcher.verification;

/** What a look-up of an organization's TXT record has shown. */
public enum LookupOutcome {
    /** The record is there, with the organization's value. */
    FOUND("orgSwitcherProofFound"),
    /** There is a record of that name, and none has the organization's value. */
    OTHER_VALUE("orgSwitcherProofOtherValue"),
    /** DNS says that there is no such record. */
    NOT_FOUND("orgSwitcherProofNotFound"),
    /** DNS gave no answer, which says nothing about the record. */
    UNAVAILABLE("orgSwitcherProofUnavailable");

    private final String messageKey;

    LookupOutcome(String messageKey) {
        this.messageKey = messageKey;
    }

    /** The key of the sentence for people; its parameters are the record's name and its value. */
    public String messageKey() {
        return messageKey;
    }
}
