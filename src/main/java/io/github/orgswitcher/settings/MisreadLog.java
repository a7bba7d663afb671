package io.github.orgswitcher.settings;

import io.github.orgswitcher.domain.ShownText;
import io.github.orgswitcher.settings.MisreadSetting.Problem;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.keycloak.models.RealmModel;

/** Warns of settings that cannot be understood, once for each realm and value and not at each login. */
public final class MisreadLog {

    private static final Logger LOG = Logger.getLogger(MisreadLog.class);

    /** The value last warned of, by realm and setting; no more entries than realms have settings. */
    private static final Map<String, String> WARNED = new ConcurrentHashMap<>();

    private MisreadLog() {}

    /**
     * Warns of what has not been warned of.
     *
     * @param realm the realm
     * @param misread what cannot be understood in its settings
     */
    public static void warn(RealmModel realm, List<MisreadSetting> misread) {
        for (MisreadSetting setting : misread) {
            String place = realm.getId() + " " + setting.key();
            if (!setting.value().equals(WARNED.put(place, setting.value()))) {
                if (setting.problem() == Problem.UNKNOWN) {
                    LOG.warnf(
                            "Realm %s: there is no setting %s",
                            realm.getName(), ShownText.withoutAddress(setting.key()));
                    continue;
                }
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
