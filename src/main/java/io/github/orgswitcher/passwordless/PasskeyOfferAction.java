package io.github.orgswitcher.passwordless;

import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;

/** The page that offers a passkey after a login by email. */
final class PasskeyOfferAction implements RequiredActionProvider {

    private static final String TEMPLATE = "passkey-offer.ftl";
    private static final String BUTTON = "passkey";
    private static final String EVENT_DETAIL = "org_switcher_passkey_offer";

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        PasskeyOffer offer = new PasskeyOffer(context);
        offer.keepToItself();
        if (offer.isDue()) {
            context.getAuthenticationSession().addRequiredAction(PasskeyOfferActionFactory.PROVIDER_ID);
        }
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        if (new PasskeyOffer(context).isDue()) {
            context.challenge(context.form().createForm(TEMPLATE));
        } else {
            context.success();
        }
    }

    @Override
    public void processAction(RequiredActionContext context) {
        PasskeyOffer offer = new PasskeyOffer(context);
        String button = context.getHttpRequest().getDecodedFormParameters().getFirst(BUTTON);
        if (!offer.isDue()) {
            context.success();
        } else if ("add".equals(button)) {
            offer.accept();
            context.getEvent().detail(EVENT_DETAIL, "accepted");
            context.success();
        } else if ("later".equals(button)) {
            offer.decline();
            context.getEvent().detail(EVENT_DETAIL, "declined");
            context.success();
        } else {
            requiredActionChallenge(context);
        }
    }

    @Override
    public void close() {}
}
