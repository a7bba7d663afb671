package io.github.orgswitcher.store.jpa;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.github.orgswitcher.store.SettingsCopy;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.keycloak.util.JsonSerialization;

/** The rows of {@code ORGSW_SETTINGS}. */
final class SettingsCopies {

    private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};

    private final EntityManager em;

    SettingsCopies(EntityManager em) {
        this.em = em;
    }

    Optional<SettingsCopy> find(String realmId) {
        return Optional.ofNullable(em.find(SettingsEntity.class, realmId)).map(SettingsCopies::copy);
    }

    void save(String realmId, SettingsCopy copy) {
        SettingsEntity row = Optional.ofNullable(em.find(SettingsEntity.class, realmId))
                .orElseGet(() -> {
                    SettingsEntity added = new SettingsEntity();
                    added.realmId = realmId;
                    return added;
                });
        row.savedAt = copy.savedAt().toEpochMilli();
        row.erased = copy.erased();
        row.content = content(copy.values());
        em.persist(row);
    }

    void remove(String realmId) {
        Optional.ofNullable(em.find(SettingsEntity.class, realmId)).ifPresent(em::remove);
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
