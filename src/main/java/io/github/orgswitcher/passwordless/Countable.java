package io.github.orgswitcher.passwordless;

import java.util.function.Function;

/** What is limited in each {@link Scope}. */
enum Countable {

    /** Mails that were asked for and that nobody has used. */
    MAIL("mail", "maxMailsPer", Scope::defaultMails),
    /** Wrong codes. */
    WRONG_CODE("wrong", "maxWrongCodesPer", Scope::defaultWrongCodes);

    private final String key;
    private final String setting;
    private final Function<Scope, Rate> standard;

    Countable(String key, String setting, Function<Scope, Rate> standard) {
        this.key = key;
        this.setting = setting;
        this.standard = standard;
    }

    String inKeys() {
        return key;
    }

    /** Name of the setting for an hour. */
    String hourly(Scope scope) {
        return setting + scope.inSettings();
    }

    /** Name of the setting for a day. */
    String daily(Scope scope) {
        return hourly(scope) + "Daily";
    }

    Rate defaultRate(Scope scope) {
        return standard.apply(scope);
    }
}
