package io.github.orgswitcher.account;

import io.github.orgswitcher.decision.JoinMode;
import io.github.orgswitcher.name.ShownDomain;
import io.github.orgswitcher.verification.TxtRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody or something with what is to be said of it, and what can be done. Public, with getters, because FreeMarker reads it. */
public final class ManageRow {

    private final String id;
    private final String name;
    private final String title;
    private final String account;
    private final @Nullable Note note;
    private final List<Press> presses;
    private final @Nullable TxtRecord record;
    private final @Nullable JoinMode joinMode;
    private final @Nullable ByMail byMail;

    private ManageRow(
            String id,
            String name,
            String title,
            String account,
            @Nullable Note note,
            List<Press> presses,
            @Nullable TxtRecord record,
            @Nullable JoinMode joinMode,
            @Nullable ByMail byMail) {
        this.id = id;
        this.name = name;
        this.title = title;
        this.account = account;
        this.note = note;
        this.presses = List.copyOf(presses);
        this.record = record;
        this.joinMode = joinMode;
        this.byMail = byMail;
    }

    /** Somebody, or an invitation, that nothing is to be proven of. */
    ManageRow(String id, String name, String account, @Nullable Note note, List<Press> presses) {
        this(id, name, name, account, note, presses, null, null, null);
    }

    /** A domain, by its own letters where they cannot be taken for others. */
    ManageRow(
            ShownDomain domain,
            Note note,
            List<Press> presses,
            @Nullable TxtRecord record,
            JoinMode joinMode,
            @Nullable ByMail byMail) {
        this(domain.written(), domain.text(), domain.written(), "", note, presses, record, joinMode, byMail);
    }

    /**
     * A sentence.
     *
     * @param key its message key
     * @param domain the domain that it names; empty for none
     * @param date the date that it names; empty for none
     */
    public record Note(String key, String domain, String date) {

        /**
         * The domain as people are shown it.
         *
         * @return the domain; an empty one for none
         */
        public ShownDomain shown() {
            return ShownDomain.of(domain);
        }
    }

    /**
     * A button.
     *
     * @param field the field that it posts
     * @param label key of what stands on it
     * @param named key of the same with the row's name
     * @param weight how much it stands out
     */
    public record Press(String field, String label, String named, Weight weight) {

        /**
         * Whether it is what one mostly wants.
         *
         * @return whether it stands out
         */
        public boolean primary() {
            return weight == Weight.PRIMARY;
        }

        /**
         * Whether nobody does it by one press.
         *
         * @return whether it takes a second one
         */
        public boolean confirmed() {
            return weight == Weight.CONFIRMED;
        }
    }

    /**
     * The proof by a code that is mailed to an address.
     *
     * @param sent whether a code was mailed, and can be typed
     * @param pressed whether it was asked for just now, in vain
     * @param typed the address that was typed
     */
    public record ByMail(boolean sent, boolean pressed, String typed) {}

    /** How much a button stands out. */
    enum Weight {
        PRIMARY,
        PLAIN,
        CONFIRMED
    }

    /**
     * What the buttons post.
     *
     * @return an id
     */
    public String getId() {
        return id;
    }

    /**
     * Who or what it is.
     *
     * @return a name
     */
    public String getName() {
        return name;
    }

    /**
     * The same as it is compared with others.
     *
     * @return a name; of a domain, with the letters of the DNS
     */
    public String getTitle() {
        return title;
    }

    /**
     * Who it is by the account.
     *
     * @return the email address, or else the username; empty where the name says it
     */
    public String getAccount() {
        return account;
    }

    /**
     * What is said of it.
     *
     * @return the sentence; null where its place says it
     */
    public @Nullable Note getNote() {
        return note;
    }

    /**
     * What to publish in DNS.
     *
     * @return the record; null where there is nothing to prove
     */
    public @Nullable TxtRecord getRecord() {
        return record;
    }

    /**
     * What a match gives over this domain.
     *
     * @return the join mode; null for what is no domain
     */
    public @Nullable String getJoinMode() {
        return joinMode == null ? null : joinMode.name();
    }

    /**
     * The proof by mail.
     *
     * @return how it stands; null where there is none
     */
    public @Nullable ByMail getByMail() {
        return byMail;
    }

    /**
     * What can be done.
     *
     * @return the buttons
     */
    public List<Press> getPresses() {
        return presses;
    }
}
