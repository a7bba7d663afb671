package io.github.orgswitcher.testing;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;

/** Asks Testcontainers, which knows all the places where an engine may listen, but not for long; then the engine for the image. */
final class DockerCondition implements ExecutionCondition {

    private static final long LIMIT_SECONDS = 30;

    private static final CompletableFuture<Boolean> ENGINE_ANSWERS = CompletableFuture.supplyAsync(
                    () -> DockerClientFactory.instance().isDockerAvailable())
            .completeOnTimeout(false, LIMIT_SECONDS, TimeUnit.SECONDS)
            .exceptionally(failure -> false);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (!ENGINE_ANSWERS.join()) {
            return Skips.because("no Docker engine answers within " + LIMIT_SECONDS + " s", context);
        }
        return ContainerImage.isThere()
                ? ConditionEvaluationResult.enabled("A Docker engine answers, and has the image")
                : Skips.because("the image " + ContainerImage.name() + " cannot be had", context);
    }
}
