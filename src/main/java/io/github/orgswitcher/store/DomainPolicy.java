package io.github.orgswitcher.store;

import io.github.orgswitcher.decision.OwnWord;
import io.github.orgswitcher.policy.JoinPolicy;
import io.github.orgswitcher.policy.PolicySetting;
import io.github.orgswitcher.policy.PolicySettings;
import io.github.orgswitcher.policy.PolicyValues;

/**
 * What an allowed domain says for itself.
 *
 * @param source who says it: the owner of the row
 * @param values what is said, of the {@link PolicySettings#OF_ONE_DOMAIN settings of one domain}
 */
public record DomainPolicy(Source source, PolicyValues values) {

    /** Says nothing, as a domain does that is gone. */
    public static final DomainPolicy NONE = new DomainPolicy(Source.API, PolicyValues.NONE);

    /**
     * What counts for whoever comes over the domain. Each owner's word on the domain goes before the same owner's word on the
     * organization, and the attributes before REST and the Admin Console in both: what they declare, nobody else makes an
     * exception from.
     *
     * @param organization the organization's policy
     * @return both together
     */
    public JoinPolicy over(JoinPolicy organization) {
        return source == Source.ATTRIBUTE ? organization.declaring(values) : organization.saying(values);
    }

    /**
     * Whether it is the domain that says what is in force.
     *
     * @param setting the setting
     * @param organization the organization's policy
     * @return whether the domain says something, and the organization's attributes nothing that goes before
     */
    public boolean decides(PolicySetting<?> setting, JoinPolicy organization) {
        return values.find(setting).isPresent() && (source == Source.ATTRIBUTE || !organization.declares(setting));
    }

    /**
     * What a decision has to know of it.
     *
     * @param organization the organization's policy
     * @return what the domain says for itself
     */
    public OwnWord word(JoinPolicy organization) {
        if (decides(PolicySettings.JOIN_MODE, organization)) {
            return OwnWord.JOIN_MODE;
        }
        return values.equals(PolicyValues.NONE) ? OwnWord.NONE : OwnWord.SOME;
    }
}
