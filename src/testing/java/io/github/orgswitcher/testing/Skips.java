package io.github.orgswitcher.testing;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skipped tests are counted by the build; this also prints why. */
final class Skips {

    private Skips() {}

    static ConditionEvaluationResult because(String reason, ExtensionContext context) {
        System.out.println("SKIPPED " + context.getRequiredTestClass().getSimpleName() + ": " + reason);
        return ConditionEvaluationResult.disabled(reason);
    }
}
