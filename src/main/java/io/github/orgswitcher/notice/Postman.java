package io.github.orgswitcher.notice;

import io.github.orgswitcher.platform.Errand;
import io.github.orgswitcher.store.LostRaceException;
import io.github.orgswitcher.store.Notice;
import io.github.orgswitcher.store.Notice.Letter;
import io.github.orgswitcher.store.OrgSwitcherStore;
import io.github.orgswitcher.store.Outbox;
import io.github.orgswitcher.store.OwnTransaction;
import io.github.orgswitcher.store.RealmStore;
import io.github.orgswitcher.store.WithoutWords;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.email.EmailException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.Provider;
import org.keycloak.storage.StorageUnavailableException;

/**
 * Sends what waits in the outbox. Each letter is first taken, in a transaction of its own, then sent with no row locked, and then
 * noted as sent: two nodes never send the same, and what a node had taken when it went down is taken again later.
 *
 * <p>A round ends soon, because Keycloak's other tasks wait for it on the same thread; where a realm's mail server does not
 * answer, its other letters wait.
 */
public final class Postman implements Provider {

    private static final Logger LOG = Logger.getLogger(Postman.class);
    private static final Duration MAX_ROUND = Duration.ofSeconds(30);
    /** Longer than a mail takes whose server does not answer. */
    private static final Duration HELD = Duration.ofMinutes(5);

    private static final int BATCH = 200;

    private final KeycloakSession session;
    private final Rounds rounds;
    private final Errand errand;

    Postman(KeycloakSession session, Rounds rounds, Errand errand) {
        this.session = session;
        this.rounds = rounds;
        this.errand = errand;
    }

    /**
     * A letter that this node alone has.
     *
     * @param notices what it is made of
     * @param mail the mail
     */
    private record Taken(List<Notice> notices, Mail mail) {}

    /** Sends what is due, on another thread. */
    void goSoon() {
        errand.soon(session, another -> another.getProvider(Postman.class).goRound());
    }

    /** Sends what is due. */
    void goRound() {
        Instant start = now();
        Set<String> silent = new HashSet<>();
        for (Letter letter : due(start)) {
            if (now().isAfter(start.plus(MAX_ROUND))) {
                return;
            }
            RealmModel realm = session.realms().getRealm(letter.realmId());
            if (realm != null && !silent.contains(realm.getId())) {
                session.getContext().setRealm(realm);
                deliver(letter, silent);
            }
        }
    }

    private List<Letter> due(Instant start) {
        return OwnTransaction.of(session).call(own -> {
            OrgSwitcherStore store = OrgSwitcherStore.of(own);
            store.removeSentNotices(start.minus(rounds.digestInterval()));
            return store.lettersDue(start, BATCH);
        });
    }

    private void deliver(Letter letter, Set<String> silent) {
        try {
            Optional<Taken> taken = take(letter);
            taken.ifPresent(mine -> send(letter, mine, silent));
        } catch (LostRaceException | StorageUnavailableException e) {
            LOG.infof("Organization %s: a mail is put off", letter.orgId());
            putOff(letter);
        }
    }

    private void send(Letter letter, Taken taken, Set<String> silent) {
        try {
            taken.mail().send(session);
        } catch (EmailException e) {
            silent.add(letter.realmId());
            failed(letter, taken.notices());
            return;
        } catch (RuntimeException e) {
            // Themes, senders and user storages may be anybody's. One letter keeps no other back; what it says may
            // quote it, so that the log has its place alone.
            LOG.warnf(WithoutWords.of(e), "Organization %s: a mail could not be made", letter.orgId());
            failed(letter, taken.notices());
            return;
        }
        try {
            write(letter, outbox -> outbox.saveSent(taken.notices(), now()));
        } catch (LostRaceException e) {
            // It is out, and would go out every few minutes for ever.
            failed(letter, taken.notices());
        }
    }

    /** What cannot be taken would stay the first, with all others behind it. */
    private void putOff(Letter letter) {
        try {
            List<Notice> due = OwnTransaction.of(session)
                    .call(own -> RealmStore.of(own, letter.realmId()).outbox().due(letter, now()));
            if (!due.isEmpty()) {
                failed(letter, due);
            }
        } catch (LostRaceException e) {
            LOG.infof("Organization %s: a mail could not even be put off", letter.orgId());
        }
    }

    private Optional<Taken> take(Letter letter) {
        return OwnTransaction.of(session).call(own -> {
            Outbox outbox = RealmStore.of(own, letter.realmId()).outbox();
            Instant now = now();
            List<Notice> notices = outbox.claim(letter, now, now.plus(HELD));
            if (notices.isEmpty()) {
                return Optional.empty();
            }
            Instant notBefore = notBefore(outbox, letter);
            if (notBefore.isAfter(now)) {
                outbox.saveDue(notices, notBefore);
                return Optional.empty();
            }
            Optional<Mail> mail = new Composer(own).compose(letter, notices);
            if (mail.isEmpty()) {
                outbox.remove(notices);
            }
            return mail.map(composed -> new Taken(notices, composed));
        });
    }

    /**
     * Answers come at once. What people can bring about themselves, over and over, comes once a day: of requests, those of a day
     * after the first become one mail.
     */
    private Instant notBefore(Outbox outbox, Letter letter) {
        return switch (letter.kind()) {
            case REQUEST, WELCOME ->
                outbox.lastSent(letter)
                        .map(last -> last.plus(rounds.digestInterval()))
                        .orElse(Instant.EPOCH);
            case APPROVED, DENIED, INVITATION -> Instant.EPOCH;
        };
    }

    private void failed(Letter letter, List<Notice> notices) {
        Notice oldest = notices.get(0);
        if (rounds.isGivenUp(oldest.createdAt(), now())) {
            write(letter, outbox -> outbox.remove(notices));
            NoticeEvents.givenUp(session, letter);
        } else {
            write(letter, outbox -> outbox.saveDue(notices, rounds.nextTry(now(), oldest.tries() + 1)));
        }
    }

    private void write(Letter letter, Consumer<Outbox> work) {
        OwnTransaction.of(session).call(own -> {
            work.accept(RealmStore.of(own, letter.realmId()).outbox());
            return letter;
        });
    }

    private static Instant now() {
        return Instant.ofEpochMilli(Time.currentTimeMillis());
    }

    @Override
    public void close() {}
}
