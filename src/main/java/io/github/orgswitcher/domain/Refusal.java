package io.github.orgswitcher.domain;

/** Why a domain cannot be an allowed domain, or why that of an address opens none. */
public enum Refusal {
    /** It is not a domain name, nor {@code *.} and a domain name. */
    MALFORMED("orgSwitcherDomainMalformed"),
    /** Anyone can register names under it: {@code com}, {@code co.uk}, {@code github.io}. */
    PUBLIC_SUFFIX("orgSwitcherDomainPublicSuffix"),
    /** It belongs to a mail provider that is open to the public, or lies below one. */
    PUBLIC_PROVIDER("orgSwitcherDomainPublicProvider"),
    /** It belongs to a provider of throw-away mailboxes, or lies below one. */
    DISPOSABLE_PROVIDER("orgSwitcherDomainDisposableProvider"),
    /** The realm's settings block it, or a domain above it. */
    BLOCKED("orgSwitcherDomainBlocked"),
    /** What is declared of it beside its name cannot be understood. */
    UNREADABLE("orgSwitcherDomainUnreadable"),
    /** Something is declared of it beside its name, and REST or the Admin Console has added it with something else. */
    HELD("orgSwitcherDomainHeld"),
    /** The address is written so that mail systems read different domains in it; written with A-labels it is not. */
    TWO_READINGS("orgSwitcherDomainTwoReadings");

    private final String messageKey;

    Refusal(String messageKey) {
        this.messageKey = messageKey;
    }

    /** The key of the sentence for people; its only parameter is the domain. */
    public String messageKey() {
        return messageKey;
    }
}
