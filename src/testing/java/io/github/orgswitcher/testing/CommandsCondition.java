package io.github.orgswitcher.testing;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Looks for commands in the folders of the path. */
final class CommandsCondition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        List<String> missing = Stream.of(context.getRequiredTestClass()
                        .getAnnotation(RequiresCommands.class)
                        .value())
                .filter(command -> !isInstalled(command))
                .toList();
        return missing.isEmpty()
                ? ConditionEvaluationResult.enabled("All commands are installed")
                : Skips.because(String.join(", ", missing) + " not found on the path", context);
    }

    private static boolean isInstalled(String command) {
        return Stream.of(Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    }
}
