package io.github.orgswitcher.policy;

import io.github.orgswitcher.decision.JoinMode;

/**
 * What an organization's allowed domains give, and to whom. Both owners may say something of each setting; what the
 * organization's attributes say is in force, and nothing of the other's is lost.
 *
 * @param declared what the organization's attributes say
 * @param api what REST and the Admin Console say
 */
public record JoinPolicy(PolicyValues declared, PolicyValues api) {

    /**
     * What is in force.
     *
     * @return what both say together
     */
    public PolicyValues inForce() {
        return declared.orElse(api);
    }

    /**
     * The same where the attributes say something more special, which goes before what they say of the organization.
     *
     * @param special what they say
     * @return the policy
     */
    public JoinPolicy declaring(PolicyValues special) {
        return new JoinPolicy(special.orElse(declared), api);
    }

    /**
     * The same where REST or the Admin Console says something more special, which goes before what these say of the organization.
     * What the attributes say of the organization goes before both.
     *
     * @param special what they say
     * @return the policy
     */
    public JoinPolicy saying(PolicyValues special) {
        return new JoinPolicy(declared, special.orElse(api));
    }

    /**
     * Whether the organization's attributes have people joined with no question.
     *
     * @return whether they say so of all its domains
     */
    public boolean hasPeopleJoinedByAttribute() {
        return declared.find(PolicySettings.JOIN_MODE)
                .filter(mode -> mode == JoinMode.AUTOMATIC)
                .isPresent();
    }

    /**
     * Whether the organization's attributes own a setting.
     *
     * @param setting the setting
     * @return whether they say something about it
     */
    public boolean declares(PolicySetting<?> setting) {
        return declared.find(setting).isPresent();
    }
}
