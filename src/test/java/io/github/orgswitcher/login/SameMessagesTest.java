package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is the same in English and in another language is so because the languages are, and not because it was forgotten. */
class SameMessagesTest {

    /** The same by their nature in most languages: a direction of writing, and two names with what goes between. */
    private static final Set<String> NO_WORDS = Set.of("orgSwitcherDirection", "orgSwitcherLabelled");

    /** A word, and the languages that have it from the same root, or from English, and write it so. */
    private static final Map<String, Set<String>> SHARED_WORDS = new TreeMap<>(Map.ofEntries(
            shared("email-sign-in-display-name", "Email", "el it vi"),
            shared("orgSwitcherInvitations", "Invitations", "fr"),
            shared("orgSwitcherManageDomains", "Domains", "de"),
            shared("orgSwitcherNoticeDecide", "Decide", "ro"),
            shared("orgSwitcherPolicyOption_signInKinds_ENTERPRISE", "Enterprise", "de"),
            shared("orgSwitcherPolicyOption_signInKinds_SOCIAL", "Social", "ca da de es it pt pt_BR ro"),
            shared("orgSwitcherTabActions", "Actions", "fr"),
            shared("orgSwitcherTabDate", "Date", "fr"),
            shared("orgSwitcherTabDomain", "Domain", "de hu id"),
            shared("orgSwitcherTabError", "Error:", "ca es"),
            shared("orgSwitcherTabInfo", "Info:", "da"),
            shared("orgSwitcherTabMethod_INVITATION", "Invitation", "da fr"),
            shared("orgSwitcherTabPeopleFile", "File (CSV)", "it"),
            shared("orgSwitcherTabPerson", "Person", "da de no sv"),
            shared("orgSwitcherTabRecordName", "Name", "de"),
            shared("orgSwitcherTabRecordType", "Type", "da fr nl no"),
            shared("orgSwitcherTabStatus", "Status", "az da de hr id nl no pt_BR sl sv"),
            shared("orgSwitcherTabStop", "Stop", "da")));

    private final Properties english = SwitcherMessagesTest.messages("en");

    @Test
    void nothingStaysEnglishByAccident() {
        Map<String, Set<String>> same = new TreeMap<>();
        for (String locale : others()) {
            Properties translated = SwitcherMessagesTest.messages(locale);
            english.forEach((key, text) -> {
                if (text.equals(translated.get(key)) && !NO_WORDS.contains(key)) {
                    same.computeIfAbsent(word((String) key), word -> new TreeSet<>())
                            .add(locale);
                }
            });
        }

        assertThat(same).containsExactlyEntriesOf(SHARED_WORDS);
    }

    private static List<String> others() {
        return SwitcherMessagesTest.locales()
                .filter(locale -> !locale.equals("en"))
                .toList();
    }

    private String word(String key) {
        return word(key, english.getProperty(key));
    }

    private static String word(String key, String text) {
        return key + "=" + text;
    }

    private static Map.Entry<String, Set<String>> shared(String key, String text, String locales) {
        Set<String> languages = Stream.of(locales.split(" ")).collect(Collectors.toCollection(TreeSet::new));
        return Map.entry(word(key, text), languages);
    }
}
