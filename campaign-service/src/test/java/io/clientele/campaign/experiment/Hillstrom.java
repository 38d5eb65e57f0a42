package io.clientele.campaign.experiment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.zip.GZIPInputStream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

import io.clientele.loader.RealData;

/**
 * Customers of a real shop in a real experiment of 2008: each got one of two e-mails or none, and was watched for two weeks
 * (K. Hillstrom, "The MineThatData E-Mail Analytics And Data Mining Challenge"). The odd rows of the file.
 *
 * @param row its number in the whole file
 * @param segment {@value #MENS}, {@value #WOMENS} or {@value #NONE}
 * @param spend in dollars, with two decimals
 */
public record Hillstrom(String row, String segment, boolean visit, boolean conversion, BigDecimal spend) {

    public static final String FILE = "hillstrom_odd_rows.csv.gz";
    public static final String MENS = "Mens E-Mail";
    public static final String WOMENS = "Womens E-Mail";
    public static final String NONE = "No E-Mail";

    /** All customers; skips the test where the file is absent. */
    public static List<Hillstrom> customers() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(RealData.file(FILE))), StandardCharsets.UTF_8));
                var records = CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(lines)) {
            return records.stream().map(Hillstrom::of).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Hillstrom of(CSVRecord record) {
        return new Hillstrom(
                record.get("row"),
                record.get("segment"),
                record.get("visit").equals("1"),
                record.get("conversion").equals("1"),
                new BigDecimal(record.get("spend")));
    }
}
