package io.github.orgswitcher.bulk;

import io.github.orgswitcher.policy.PolicySetting;
import io.github.orgswitcher.policy.PolicySettings;
import io.github.orgswitcher.policy.PolicyValues;
import io.github.orgswitcher.policy.RefusedValueException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what rows say of their domains' policies. */
final class ImportedPolicy {

    private final Importer importer;
    /** By organization and group, because many rows may name the same. */
    private final Map<List<String>, Boolean> groups = new HashMap<>();

    ImportedPolicy(Importer importer) {
        this.importer = importer;
    }

    /** That a row says what its domain cannot say. */
    static final class RefusedRowException extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Problem problem;

        private RefusedRowException(PolicySetting<?> setting, String messageKey, Object... params) {
            super(messageKey);
            this.problem = new Problem(setting.field(), messageKey, params);
        }

        Problem problem() {
            return problem;
        }
    }

    /** What a row says. */
    PolicyValues of(ImportRow row, String orgId) throws RefusedRowException {
        String mode = row.joinMode();
        PolicyValues said = PolicyValues.NONE
                .with(PolicySettings.JOIN_MODE, read(PolicySettings.JOIN_MODE, mode == null ? null : List.of(mode)))
                .with(PolicySettings.DEFAULT_GROUPS, read(PolicySettings.DEFAULT_GROUPS, row.defaultGroups()));
        for (String group : said.find(PolicySettings.DEFAULT_GROUPS).orElse(List.of())) {
            if (!groups.computeIfAbsent(List.of(orgId, group), key -> importer.hasGroup(orgId, group))) {
                throw refused(PolicySettings.DEFAULT_GROUPS, PolicySettings.DEFAULT_GROUPS.refused(group));
            }
        }
        return said;
    }

    private static <T> Optional<T> read(PolicySetting<T> setting, @Nullable List<String> texts)
            throws RefusedRowException {
        try {
            return texts == null ? Optional.empty() : Optional.of(setting.ofTexts(texts));
        } catch (RefusedValueException e) {
            throw refused(setting, e);
        }
    }

    private static RefusedRowException refused(PolicySetting<?> setting, RefusedValueException refused) {
        return new RefusedRowException(
                setting, refused.messageKey(), refused.params().toArray());
    }
}
