package io.github.orgswitcher.settings;

import io.github.orgswitcher.domain.ShownText;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.keycloak.models.RealmModel;

/** Warns of settings that cannot be understood, once for each realm and value and not at each login. */
final class MisreadLog {

    private static final Logger LOG = Logger.getLogger(MisreadLog.class);

    /** The value last warned of, by realm and setting; no more entries than there are settings. */
    private static final Map<String, String> WARNED = new ConcurrentHashMap<>();

    private MisreadLog() {}

    static void warn(RealmModel realm, List<MisreadSetting> misread) {
        for (MisreadSetting setting : misread) {
            String place = realm.getId() + " " + setting.key();
            if (!setting.value().equals(WARNED.put(place, setting.value()))) {
                LOG.warnf(
                        "Realm %s: the setting %s cannot be \"%s\"; until that is mended, this counts: %s",
                        realm.getName(),
                        setting.key(),
                        ShownText.withoutAddress(setting.value()),
                        setting.counts() == null ? "nothing" : setting.counts());
            }
        }
    }
}
