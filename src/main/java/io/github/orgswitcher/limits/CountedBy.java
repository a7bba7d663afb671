package io.github.orgswitcher.limits;

import io.github.orgswitcher.domain.EmailAddress;
import io.github.orgswitcher.hash.KeyedHash;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * What a mail and its code are counted by: for each scope a text that tells nothing to who has not the realm's secret. An
 * address that is its mailbox's plain one has no scope {@link Scope#MAILBOX}: mails to further spellings, of which anybody can
 * think up any number, leave the plain address alone.
 */
public final class CountedBy {

    private static final String PURPOSE = "email-sign-in ";

    private final Map<Scope, String> subjects = new EnumMap<>(Scope.class);

    /**
     * What a request for an address is counted by.
     *
     * @param session the session of the request
     * @param realm the realm
     * @param address the address
     */
    public CountedBy(KeycloakSession session, RealmModel realm, EmailAddress address) {
        KeyedHash hash = KeyedHash.of(session, realm);
        Mailbox mailbox = Mailbox.of(address.text());
        put(hash, Scope.ADDRESS, mailbox.address());
        if (!mailbox.isPlain()) {
            put(hash, Scope.MAILBOX, mailbox.name());
        }
        ClientNetwork.of(session.getContext().getConnection().getRemoteHost())
                .ifPresent(network -> put(hash, Scope.CLIENT, network));
        subjects.put(Scope.REALM, realm.getId());
    }

    private void put(KeyedHash hash, Scope scope, String subject) {
        subjects.put(scope, hash.of(PURPOSE + scope.inKeys(), subject));
    }

    /**
     * The limits of these scopes, of an hour and of a day, as far as they apply here.
     *
     * @param what what is counted
     * @param rates how often it may happen
     * @param scopes the scopes
     * @return a new list
     */
    public List<Allowance> limits(Countable what, Rates rates, Scope... scopes) {
        return limits(what.inKeys(), rates, scopes);
    }

    List<Allowance> limits(String what, Rates rates, Scope... scopes) {
        List<Allowance> limits = new ArrayList<>();
        Stream.of(scopes).filter(subjects::containsKey).forEach(scope -> {
            limits.add(hourly(what, rates, scope));
            limits.addAll(daily(what, rates.of(scope).perDay(), scope));
        });
        return limits;
    }

    /** The limit of a day alone, as far as these scopes apply here. */
    List<Allowance> daily(String what, int times, Scope... scopes) {
        return Stream.of(scopes)
                .filter(subjects::containsKey)
                .map(scope -> new Allowance(key(what + "-daily", scope), times, Rate.DAY_SECONDS))
                .toList();
    }

    /**
     * The limit of an hour alone.
     *
     * @param what what is counted
     * @param rates how often it may happen
     * @param scope the scope
     * @return the limit
     */
    public Allowance hourly(Countable what, Rates rates, Scope scope) {
        return hourly(what.inKeys(), rates, scope);
    }

    private Allowance hourly(String what, Rates rates, Scope scope) {
        return new Allowance(key(what, scope), rates.of(scope).perHour(), Rate.HOUR_SECONDS);
    }

    /**
     * Taken while there is a mail whose link can be used; further spellings of a mailbox have one together.
     *
     * @param seconds how long the link can be used
     * @return the one slot
     */
    public Allowance usable(long seconds) {
        Scope scope = subjects.containsKey(Scope.MAILBOX) ? Scope.MAILBOX : Scope.ADDRESS;
        return new Allowance(key("usable", scope), 1, seconds);
    }

    private String key(String what, Scope scope) {
        return what + "." + scope.inKeys() + "." + subjects.get(scope);
    }
}
