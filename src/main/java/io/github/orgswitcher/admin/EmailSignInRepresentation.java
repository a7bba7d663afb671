package io.github.orgswitcher.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.orgswitcher.setup.EmailWayIn;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A flow in use by which people sign in by email, as JSON.
 *
 * @param flow the flow's alias
 * @param flowId the flow's id
 * @param settings the settings of its step Email sign-in, in the order of the form
 */
@Schema(name = "EmailSignIn")
public record EmailSignInRepresentation(String flow, String flowId, List<Setting> settings) {

    /**
     * A setting.
     *
     * @param label its name in the administrator's language
     * @param value what counts, whether it is written or not
     * @param message what is wrong with what is written, as a sentence; absent where nothing is
     */
    @Schema(name = "EmailSignInSetting")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Setting(
            String label, String value, @Nullable String message) {}

    static EmailSignInRepresentation of(AdminRequest request, EmailWayIn email) {
        return new EmailSignInRepresentation(
                email.flow(),
                email.flowId(),
                email.settings().stream()
                        .map(setting -> new Setting(
                                request.message(setting.labelKey()),
                                setting.value(),
                                setting.warning() == null
                                        ? null
                                        : SetupRepresentation.sentence(request, setting.warning())))
                        .toList());
    }
}
