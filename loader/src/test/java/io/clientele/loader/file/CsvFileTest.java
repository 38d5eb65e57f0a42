package io.clientele.loader.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.clientele.loader.source.LoadFailure;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CsvFileTest {

    @TempDir
    private Path folder;

    @Test
    void countsLinesInsideOfQuotesAndSkipsTheByteOrderMark() throws IOException {
        assertThat(read("\uFEFFa,b\r\n1,\"x\r\ny, \"\"z\"\"\"\r\n2,plain\r\n"))
                .containsExactly("2|1|x\ny, \"z\"", "4|2|plain");
    }

    @Test
    void losesNoMoreThanOneLineToAStrayQuote() throws IOException {
        assertThat(read("a,b\n1,\"open\n2,fine\n3,\"shut\"\n4,\"a\"b\n5,7\" nail\n"))
                .containsExactly("2 MALFORMED_CSV", "3|2|fine", "4|3|shut", "5 MALFORMED_CSV", "6|5|7\" nail");
    }

    @Test
    void reportsRecordsOfAnotherWidthAndOfTooManyBytes() throws IOException {
        assertThat(read("a,b\n1\n\n1,2,3\n1," + "x".repeat(Lines.LIMIT) + "\n8,9"))
                .containsExactly(
                        "2 WRONG_NUMBER_OF_CELLS",
                        "3 WRONG_NUMBER_OF_CELLS",
                        "4 WRONG_NUMBER_OF_CELLS",
                        "5 ROW_TOO_LONG",
                        "6|8|9");
    }

    @Test
    void takesColumnsByNameInAnyOrder() throws IOException {
        assertThat(read("c,b,a\n3,2,1\n")).containsExactly("2|1|2");
    }

    @Test
    void failsForAFileWithoutTheColumnOrWithoutAnyLine() throws IOException {
        assertThatThrownBy(() -> read("a;b\n")).isInstanceOf(LoadFailure.class).hasMessageContaining("column a");
        assertThatThrownBy(() -> read("")).isInstanceOf(LoadFailure.class).hasMessageContaining("column a");
    }

    @Test
    void failsForAFileWhoseCompressionBreaksOff() throws IOException {
        Path file = folder.resolve("broken.csv.gz");
        Files.write(file, new byte[] {0x1f, (byte) 0x8b, 8, 0});
        assertThatThrownBy(() -> CsvFile.open(InputFile.of(file), List.of("a")))
                .isInstanceOfSatisfying(
                        LoadFailure.class,
                        failure -> assertThat(failure.code()).isEqualTo(LoadFailure.Code.FILE_UNREADABLE));
    }

    @Property(tries = 300)
    void givesBackWhateverCellsWereQuoted(
            @ForAll @Size(max = 20)
                    List<
                                    @StringLength(max = 12) @Chars({',', '"', '\n', ' ', 'é'})
                                    @CharRange(from = 'a', to = 'e') String>
                            cells)
            throws IOException {
        StringBuilder csv = new StringBuilder("a,b\n");
        List<String> expected = new ArrayList<>();
        long line = 2;
        for (String cell : cells) {
            csv.append("\"").append(cell.replace("\"", "\"\"")).append("\",1\r\n");
            expected.add(line + "|" + cell.strip() + "|1");
            line += 1 + cell.chars().filter(c -> c == '\n').count();
        }
        Path file = Files.createTempFile("cells", ".csv");
        try {
            assertThat(read(file, csv.toString())).isEqualTo(expected);
        } finally {
            Files.delete(file);
        }
    }

    private List<String> read(String content) throws IOException {
        return read(folder.resolve("some.csv"), content);
    }

    private static List<String> read(Path file, String content) throws IOException {
        Files.write(file, content.getBytes(StandardCharsets.UTF_8));
        List<String> records = new ArrayList<>();
        try (CsvFile csv = CsvFile.open(InputFile.of(file), List.of("a", "b"))) {
            CsvRecord csvRecord = csv.next();
            while (csvRecord != null) {
                records.add(
                        switch (csvRecord) {
                            case CsvRecord.Good good -> good.line() + "|" + good.cell("a") + "|" + good.cell("b");
                            case CsvRecord.Broken broken -> broken.line() + " " + broken.reason();
                        });
                csvRecord = csv.next();
            }
        }
        return records;
    }
}
