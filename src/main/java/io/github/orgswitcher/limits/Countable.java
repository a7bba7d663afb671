package io.github.orgswitcher.limits;

import java.util.function.Function;

/** What is limited in each {@link Scope}. */
public enum Countable {

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

    /**
     * The setting for an hour.
     *
     * @param scope whose
     * @return its name
     */
    public String hourly(Scope scope) {
        return setting + scope.inSettings();
    }

    /**
     * The setting for a day.
     *
     * @param scope whose
     * @return its name
     */
    public String daily(Scope scope) {
        return hourly(scope) + "Daily";
    }

    /**
     * The limit where an administrator says nothing.
     *
     * @param scope whose
     * @return the limit
     */
    public Rate defaultRate(Scope scope) {
        return standard.apply(scope);
    }
}
