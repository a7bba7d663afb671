package io.github.orgswitcher.name;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlawTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u3164",
                "\u2800",
                "Acme\u2800",
                "\u115F\u1160",
                "Acme\uFFA0",
                "Ac\u034Fme",
                "Acme\uFE0F",
                "Acme\u180B",
                "Acme\uDB40\uDC41",
                "\u202EemcA",
                "Ac\u200Bme",
                "Ac\u200Cme",
                "Ac\u200Dme",
                "\u200Dनमस्ते",
                "Ac\u00ADme",
                "\uFEFFAcme",
                "Ac\u2060me",
                "Acme\uDB40\uDD00",
                "\uFFFC",
                "Acme\u17B4",
                "Acme\uD834\uDD59",
                // marks that cover, hide behind, or hang on what comes before the name
                "\u0301Acme",
                "Acme \u0301",
                "Acme\u20DD",
                "Acme\u0301\u0301",
                "A\u0337\u0338\u0334\u0336cme",
            })
    void refusesWhatIsNotSeen(String name) {
        assertThat(Flaw.of(TidyName.of(name))).as(name).contains(Flaw.UNSEEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0410cme",
                "Acm\u0435",
                "\u0391cme",
                "Αсме",
                "\u0555mega",
                "Acme L\u0430bs",
                "\u13AAcme",
                "\uA4EEcme",
                "\uD835\uDC00\uD835\uDC1C\uD835\uDC26\uD835\uDC1E",
                "\uD835\uDDD4cme",
                "\u24B6cme",
                "\uD83C\uDD30cme",
                "\u1D2C\u1D9C\u1D50\u1D49",
                "\u1D00\u1D04\u1D0D\u1D07",
                "A\u2102me",
                "Acm\u2091",
                "\u0262\u029F\u026As",
            })
    void refusesWhatIsDrawnToPassForAnother(String name) {
        assertThat(Flaw.of(TidyName.of(name))).as(name).contains(Flaw.MIXED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Acme",
                "Müller & Söhne GmbH",
                "Кофе и чай",
                "株式会社みらい",
                "شركة النور",
                "नई दिल्ली",
                "Łódź Team",
                "Acme Roofing (North)",
                "Carol’s Studio",
                "O'Neill – Sons",
                "\"Best\" Ltd.",
                "3M",
                "7-Eleven",
                "AT&T",
                "$heep",
                "Яндекс Go",
                "VK Россия",
                "ООО «Ромашка»",
                "РОСТ",
                "Αθήνα Labs",
                "ΝΟΚΙΑ",
                "α-Systems",
                "Հայաստան",
                "საქართველო",
                "ᏣᎳᎩ",
                "ᓄᓇᕗᑦ",
                "ⵜⴰⵎⴰⵣⵉⵖⵜ",
                "ኢትዮጵያ",
                "שלום בע״מ",
                "חברתABC",
                "ร้านABC",
                "LG전자",
                "주식회사 한국",
                "ソニーグループ",
                "セブン‐イレブン",
                "ＮＴＴデータ",
                "ﾊﾟﾅｿﾆｯｸ",
                "JR東日本",
                "台灣ㄅㄆㄇ",
                "บริษัท ไทย จำกัด",
                "ශ්\u200Dරී ලංකා",
                "می\u200Cخواهم",
                "क्\u200Dष",
                "မြန်မာ",
                "ព្រះរាជាណាចក្រ",
                "བོད་ཡིག",
                "Việt Nam Đồng",
                "Hijos de M.ª Pérez",
                "H₂O",
                "Acme™",
                "½ Price",
                "㈱みらい",
                "Ɛʋɛ",
                "ʻOhana",
                "Nguyễn",
                "İstanbul",
                "ıdır",
                "Rocket 🚀",
                "🏢",
                "❤️ Care",
                "👩‍💻 Guild",
                "👍🏽",
                "🇯🇵 Tokyo",
                "!!!",
                "---",
                "<script>alert(1)</script>",
            })
    void takesNamesOfAllScripts(String name) {
        assertThat(Flaw.of(TidyName.of(name))).as(name).isEmpty();
    }

    @Test
    void nothingThatUnicodeWantsIgnoredIsTaken() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                        .filter(c -> UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT))
                        .filter(c -> Flaw.of("A" + Character.toString(c) + "b").isEmpty())
                        .mapToObj(Integer::toHexString))
                .isEmpty();
    }

    @Test
    void tidiesWithoutATrace() {
        assertThat(TidyName.of(" \u00a0Acme \u3000 Labs\t")).isEqualTo("Acme Labs");
        assertThat(TidyName.of("ﾊﾟﾅｿﾆｯｸ（株）")).isEqualTo("パナソニック(株)");
        assertThat(TidyName.of("\uFF04\uFF3C1")).isEqualTo("$\\1");
        assertThat(TidyName.of("Cafe\u0301")).isEqualTo("Café");
        assertThat(TidyName.of("\uFB01rm")).isEqualTo("firm");
    }
}
