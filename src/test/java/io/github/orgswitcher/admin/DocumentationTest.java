package io.github.orgswitcher.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** The documentation as the jar has it, and the links to it in the Admin Console's scripts. */
class DocumentationTest {

    private static final String ADMIN = "/theme/org-switcher/admin/";
    private static final Pattern MORE = Pattern.compile("more: \"([^\"]+)\"");
    private static final Pattern CARD = Pattern.compile("\\bcard\\(");

    @Test
    void everyDocumentIsAPageOfItsOwn() throws Exception {
        try (Stream<Path> documents = Files.list(Path.of("docs"))) {
            assertThat(documents.map(document -> document.getFileName().toString()))
                    .filteredOn(name -> name.endsWith(".md"))
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(page("docs/" + name.replace(".md", ".html")))
                            .isRegularFile());
        }
        for (Path page : files(".html")) {
            Document document = Jsoup.parse(page);
            assertThat(document.expectFirst("html").attr("lang")).isEqualTo("en");
            assertThat(document.title()).isNotBlank().doesNotContain("titleToken");
            assertThat(document.select("h1")).hasSize(1);
            assertThat(document.select("script")).isEmpty();
        }
    }

    @Test
    void noLinkWithinThePagesIsDead() throws Exception {
        for (Path page : files(".html")) {
            for (Element element : Jsoup.parse(page).select("[href], [src]")) {
                URI link = new URI(element.hasAttr("href") ? element.attr("href") : element.attr("src"));
                if (!link.isAbsolute()) {
                    assertLeadsSomewhere(page, link);
                }
            }
        }
    }

    @Test
    void whatTheConsoleLinksToIsThere() throws Exception {
        Path mount = page("js/mount.js");
        int cards = 0;
        int links = 0;
        for (Path script : files(".js")) {
            String text = Files.readString(script);
            cards += (int) CARD.matcher(text).results().count();
            List<String> pages =
                    MORE.matcher(text).results().map(match -> match.group(1)).toList();
            links += pages.size();
            for (String more : pages) {
                assertThat(more).contains("#");
                assertLeadsSomewhere(mount, new URI("../" + more));
            }
        }
        assertThat(links)
                .as("links, one for each card but its own function")
                .isPositive()
                .isEqualTo(cards - 1);
    }

    private static void assertLeadsSomewhere(Path from, URI link) throws IOException {
        String path = Objects.requireNonNull(link.getPath());
        Path target = path.isEmpty() ? from : from.resolveSibling(path).normalize();
        assertThat(target).as("%s in %s", link, from).isRegularFile();
        if (link.getFragment() != null) {
            assertThat(Jsoup.parse(target).getElementById(link.getFragment()))
                    .as("%s in %s", link, from)
                    .isNotNull();
        }
    }

    private static List<Path> files(String ending) throws IOException, URISyntaxException {
        try (Stream<Path> all = Files.walk(page(""))) {
            return all.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    /** A file of this version's folder, which the theme's settings name. */
    private static Path page(String name) throws IOException, URISyntaxException {
        Properties theme = new Properties();
        try (InputStream settings = DocumentationTest.class.getResourceAsStream(ADMIN + "theme.properties")) {
            theme.load(settings);
        }
        String version = theme.getProperty("scripts").split("/")[0];
        Path resources = Path.of(Objects.requireNonNull(DocumentationTest.class.getResource(ADMIN + "resources"))
                .toURI());
        return resources.resolve(version).resolve(name);
    }
}
