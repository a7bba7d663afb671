package io.github.orgswitcher.declared;

import static java.util.stream.Collectors.toMap;

import io.github.orgswitcher.domain.DomainPattern;
import io.github.orgswitcher.policy.PolicySetting;
import io.github.orgswitcher.policy.PolicySettings;
import io.github.orgswitcher.policy.PolicyValues;
import io.github.orgswitcher.store.DomainKey;
import io.github.orgswitcher.store.OrganizationAttributes;
import io.github.orgswitcher.store.RealmStore;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What organizations' attributes say, be it understood or not, and nobody else says otherwise: what they say for the whole
 * organization, only they make exceptions from, and where another says something else of a domain that they speak of, the whole
 * organization would be closed.
 */
public final class DeclaredWords {

    private final Map<String, Words> organizations;

    private DeclaredWords(Map<String, Words> organizations) {
        this.organizations = organizations;
    }

    /**
     * One organization's.
     *
     * @param attributes its attributes
     * @param domains what they say of single domains, also of those that the realm blocks today: tomorrow it may not
     */
    private record Words(Map<String, List<String>> attributes, Map<String, PolicyValues> domains) {

        static Words of(OrganizationAttributes organization) {
            Map<String, List<String>> attributes = organization.attributes();
            return new Words(
                    attributes,
                    DeclaredDomains.of(attributes, DomainPattern::parse).speaking());
        }
    }

    /**
     * Reads what attributes say now, in one statement.
     *
     * @param store the realm's store
     * @param orgIds the organizations, some hundred at most; one that is gone says nothing
     * @return what they say
     */
    public static DeclaredWords of(RealmStore store, Collection<String> orgIds) {
        return new DeclaredWords(
                orgIds.isEmpty()
                        ? Map.of()
                        : store.attributes().of(orgIds).stream()
                                .collect(toMap(OrganizationAttributes::orgId, Words::of)));
    }

    /**
     * Why somebody else cannot have a domain say something.
     *
     * @param field what the refusal is bound to: a setting's field, or {@code domain}
     * @param messageKey the sentence
     * @param params what the sentence names
     */
    public record Contradiction(String field, String messageKey, List<Object> params) {

        /** Copies the list. */
        public Contradiction {
            params = List.copyOf(params);
        }

        /**
         * That a domain is the attribute's.
         *
         * @param domain the domain as it is stored
         * @return why nobody else changes it
         */
        public static Contradiction ofDomain(String domain) {
            return new Contradiction(
                    "domain", "orgSwitcherDomainByAttribute", List.of(domain, DeclaredPolicy.ALLOWED_DOMAINS));
        }

        /**
         * That a setting is the attribute's.
         *
         * @param setting the setting
         * @return why nobody else says otherwise
         */
        public static Contradiction ofSetting(PolicySetting<?> setting) {
            return new Contradiction(setting.field(), "orgSwitcherSettingByAttribute", List.of(setting.attribute()));
        }
    }

    /**
     * Whether a domain that somebody else adds or changes would say what the attributes do not let it.
     *
     * @param key the domain
     * @param before what it says until now; nothing where it is not there
     * @param after what it is to say
     * @return why it cannot
     */
    public Optional<Contradiction> contradicting(DomainKey key, PolicyValues before, PolicyValues after) {
        Words words = organizations.getOrDefault(key.orgId(), new Words(Map.of(), Map.of()));
        return PolicySettings.OF_ONE_DOMAIN.stream()
                .filter(setting -> after.find(setting).isPresent()
                        && !after.find(setting).equals(before.find(setting))
                        && DeclaredPolicy.names(words.attributes(), setting))
                .findFirst()
                .map(Contradiction::ofSetting)
                .or(() -> Optional.ofNullable(words.domains().get(key.domain()))
                        .filter(said -> !said.equals(after))
                        .map(said -> Contradiction.ofDomain(key.domain())));
    }
}
