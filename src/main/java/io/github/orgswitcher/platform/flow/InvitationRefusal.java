package io.github.orgswitcher.platform.flow;

import java.util.List;

/**
 * Why nobody comes in by the link in an invitation's mail.
 *
 * @param messageKey key of the sentence for the person
 * @param parameters what the sentence names
 * @param error the error of the event
 */
public record InvitationRefusal(String messageKey, List<Object> parameters, String error) {

    /** Copies the list. */
    public InvitationRefusal {
        parameters = List.copyOf(parameters);
    }
}
