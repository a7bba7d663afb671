package io.github.orgswitcher.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLineTest {

    @Test
    void cellsAreWrittenAsTheyAre() {
        assertThat(CsvLine.of(Arrays.asList("alice", null, true, 5, "a b"))).isEqualTo("alice,,true,5,a b\r\n");
        assertThat(CsvLine.of(List.of("say \"hi\"", "one, two"))).isEqualTo("\"say \"\"hi\"\"\",\"one, two\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "＋1", "－1", "＠A"})
    void formulasBecomeText(String formula) {
        assertThat(CsvLine.of(List.of(formula))).startsWith("\"'" + formula.charAt(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "-acme", "/a;=b", "plain", "it's", "'quoted'", "/o'-b"})
    void whatWasWrittenIsReadAgain(String text) {
        String line = CsvLine.of(List.of(text)).strip();
        String cell =
                line.startsWith("\"") ? line.substring(1, line.length() - 1).replace("\"\"", "\"") : line;
        assertThat(CsvLine.text(cell)).isEqualTo(text);
    }

    /** A program that takes another separator begins a cell there. */
    @Test
    void nothingBeginsAFormulaAtAnotherSeparator() {
        assertThat(CsvLine.of(List.of("x;=1+1", "y\t@A", "z|+1"))).isEqualTo("\"x;'=1+1\",\"y\t'@A\",\"z|'+1\"\r\n");
    }
}
