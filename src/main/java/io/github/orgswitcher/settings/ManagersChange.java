package io.github.orgswitcher.settings;

import io.github.orgswitcher.settings.MisreadSetting.Problem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads what managers of an organization may change of its policy. What cannot be managed is none of it. */
final class ManagersChange {

    private ManagersChange() {}

    static Set<String> of(SettingReader reader) {
        Set<String> named = new LinkedHashSet<>(reader.list(
                SwitcherConfigProperties.MANAGERS_CHANGE, SwitcherConfigProperties.DEFAULT_MANAGERS_CHANGE));
        List<String> possible = List.copyOf(SwitcherConfigProperties.MANAGEABLE);
        named.stream()
                .filter(name -> !possible.contains(name))
                .forEach(name ->
                        reader.note(SwitcherConfigProperties.MANAGERS_CHANGE, name, Problem.CHOICE, possible, null));
        named.retainAll(possible);
        return named;
    }
}
