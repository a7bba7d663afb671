package io.github.orgswitcher.store.jpa;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.github.orgswitcher.platform.table.RealmQueries;
import io.github.orgswitcher.store.SettingsCopies;
import io.github.orgswitcher.store.SettingsCopy;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.keycloak.util.JsonSerialization;

/** The row of {@code ORGSW_SETTINGS}. */
record JpaSettingsCopies(RealmQueries queries) implements SettingsCopies {

    private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};

    @Override
    public Optional<SettingsCopy> find() {
        return row().map(JpaSettingsCopies::copy);
    }

    @Override
    public void save(SettingsCopy copy) {
        SettingsEntity row = row().orElseGet(SettingsEntity::new);
        row.realmId = queries.realmId();
        row.savedAt = copy.savedAt().toEpochMilli();
        row.erased = copy.erased();
        row.content = content(copy.values());
        queries.em().persist(row);
    }

    @Override
    public void remove() {
        row().ifPresent(queries.em()::remove);
    }

    private Optional<SettingsEntity> row() {
        return Optional.ofNullable(queries.em().find(SettingsEntity.class, queries.realmId()));
    }

    private static SettingsCopy copy(SettingsEntity row) {
        try {
            Map<String, String> values = JsonSerialization.mapper.readValue(row.content, VALUES);
            return new SettingsCopy(values, Instant.ofEpochMilli(row.savedAt), row.erased);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Realm " + row.realmId + ": the copy of the settings is no JSON", e);
        }
    }

    private static String content(Map<String, String> values) {
        try {
            return JsonSerialization.mapper.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts cannot fail to become JSON", e);
        }
    }
}
