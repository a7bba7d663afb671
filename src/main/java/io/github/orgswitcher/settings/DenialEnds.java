package io.github.orgswitcher.settings;

import io.github.orgswitcher.decision.AskAgain;
import io.github.orgswitcher.decision.Candidates;
import io.github.orgswitcher.decision.JoinMode;
import io.github.orgswitcher.decision.Match;
import io.github.orgswitcher.decision.Reach;
import io.github.orgswitcher.domain.DomainPattern;
import io.github.orgswitcher.domain.EmailAddress;
import io.github.orgswitcher.domain.EmailDomain;
import io.github.orgswitcher.store.Approach;
import io.github.orgswitcher.store.RealmStore;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * When people who were turned down may ask again: by what decides on them now, which is the most specific allowed domain that matches
 * their present address, and not by the domain that they once asked over. Whatever the number, it is a few statements.
 *
 * @param session the Keycloak session, with the realm in its context
 * @param realm the realm
 */
public record DenialEnds(KeycloakSession session, RealmModel realm) {

    /**
     * A denial.
     *
     * @param orgId the organization
     * @param userId the person
     * @param at when it was decided
     */
    public record Denied(String orgId, String userId, Instant at) {}

    /**
     * When a denial ends.
     *
     * @param denied the denial
     * @return the time; empty for not before it is taken back, and where the person is not asked any more
     */
    public Optional<Instant> of(Denied denied) {
        return Optional.ofNullable(of(List.of(denied)).get(denied));
    }

    /**
     * When denials end. Nothing is read where none does.
     *
     * @param denied the denials
     * @return the times of those that end by themselves
     */
    public Map<Denied, Instant> of(Collection<Denied> denied) {
        SwitcherConfig config = SwitcherConfig.of(session, realm);
        AskAgain askAgain = config.askAgain();
        if (askAgain.days() == null || denied.isEmpty()) {
            return Map.of();
        }
        RealmStore store = RealmStore.of(session, realm);
        Map<String, EmailDomain> domains = domains(
                config,
                store.people()
                        .emails(denied.stream().map(Denied::userId).distinct().toList()));
        Map<Denied, Approach> approaches = new HashMap<>();
        for (Denied each : denied) {
            Optional.ofNullable(domains.get(each.userId()))
                    .ifPresent(domain -> approaches.put(each, new Approach(each.orgId(), domain)));
        }
        Map<Approach, List<Match>> matches = store.standings().ofAnybody(Set.copyOf(approaches.values()));
        Map<Denied, Instant> ends = new HashMap<>();
        approaches.forEach((each, approach) -> deciding(config, approach, matches.getOrDefault(approach, List.of()))
                .flatMap(mode -> askAgain.after(mode, each.at()))
                .ifPresent(end -> ends.put(each, end)));
        return ends;
    }

    private static Map<String, EmailDomain> domains(SwitcherConfig config, Map<String, String> addresses) {
        Map<String, EmailDomain> domains = new HashMap<>();
        addresses.forEach((userId, address) -> EmailAddress.onRecord(address)
                .map(EmailAddress::domain)
                .filter(config.domainRules()::opens)
                .ifPresent(domain -> domains.put(userId, domain)));
        return domains;
    }

    private static Optional<JoinMode> deciding(SwitcherConfig config, Approach approach, List<Match> matches) {
        return new Candidates(
                        DomainPattern.matching(approach.domain()),
                        true,
                        true,
                        Reach.EVERYWHERE,
                        config.provenDomains(),
                        null,
                        Instant.EPOCH)
                .of(matches).stream()
                        .findFirst()
                        .map(candidate -> candidate.ruling().joinMode());
    }
}
