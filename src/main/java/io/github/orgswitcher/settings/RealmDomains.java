package io.github.orgswitcher.settings;

import io.github.orgswitcher.domain.DomainRules;
import io.github.orgswitcher.settings.MisreadSetting.Problem;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads which domains a realm adds to the built-in lists, and takes out of them. */
final class RealmDomains {

    private static final String EVERYTHING = "*";

    private RealmDomains() {}

    static DomainRules rules(SettingReader reader) {
        Set<String> blocked = reader.list(SwitcherConfigProperties.BLOCKED_DOMAINS, Set.of());
        Set<String> unblocked = reader.list(SwitcherConfigProperties.UNBLOCKED_DOMAINS, Set.of());
        noteMalformed(reader, SwitcherConfigProperties.BLOCKED_DOMAINS, blocked, EVERYTHING);
        noteMalformed(reader, SwitcherConfigProperties.UNBLOCKED_DOMAINS, unblocked, null);
        return DomainRules.of(blocked, unblocked);
    }

    private static void noteMalformed(SettingReader reader, String key, Set<String> entries, @Nullable String counts) {
        DomainRules.malformed(entries).forEach(entry -> reader.note(key, entry, Problem.DOMAIN, counts));
    }
}
