package io.github.orgswitcher.veto;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The example of the document is a class that the tests install and run. */
class JoinDecisionDocumentTest {

    @Test
    void documentShowsTheClassThatIsTested() throws IOException {
        String tested = Files.readString(
                Path.of("src/testing/java/io/github/orgswitcher/testing/provider/FrozenOrganizations.java"));
        String shown = tested.substring(tested.indexOf("import "));
        assertThat(Files.readString(Path.of("docs/join-decision.md"))).contains("```java\n" + shown + "```");
    }
}
