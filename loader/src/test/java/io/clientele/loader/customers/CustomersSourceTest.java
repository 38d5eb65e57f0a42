package io.clientele.loader.customers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;

import io.clientele.loader.EventSources;
import io.clientele.loader.Gathered;
import io.clientele.loader.ImportFormat;
import io.clientele.loader.RealData;
import io.clientele.loader.source.LoadFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CustomersSourceTest {

    @TempDir
    private Path folder;

    @Test
    void identifiesEveryHouseholdOfTheRealFileWithItsDemographics() {
        Gathered rows = Gathered.of(
                EventSources.open(ImportFormat.CUSTOMERS, RealData.file("completejourney/demographics.csv.gz")));
        assertThat(rows.bad()).isEmpty();
        assertThat(rows.messages()).hasSize(801);
        JsonNode first = rows.json().getFirst();
        assertThat(first).isEqualTo(Gathered.json("""
                {"type":"identify","messageId":%s,"userId":"1",
                 "traits":{"age":"65+","income":"35-49K","home_ownership":"Homeowner","marital_status":"Married",
                   "household_size":"2","household_comp":"2 Adults No Kids","kids_count":"0"}}""".formatted(first.get("messageId"))));
    }

    @Test
    void leavesOutATraitThatTheFileDoesNotKnow() throws IOException {
        JsonNode customer = rows("id,city,gender\nu1,,female").json().getFirst();
        assertThat(customer.get("traits")).isEqualTo(Gathered.json("{\"gender\":\"female\"}"));
    }

    @Test
    void readsAnIdThatATableProgramMadeADecimal() throws IOException {
        assertThat(rows("CustomerID,city\n17850.0,Paris")
                        .json()
                        .getFirst()
                        .get("userId")
                        .asText())
                .isEqualTo("17850");
    }

    @Test
    void reportsALineWithoutAnId() throws IOException {
        Gathered rows = rows("id,city\n,Paris\nu2,Rome");
        assertThat(rows.badByReason()).containsOnlyKeys("missing_customer");
        assertThat(rows.messages()).hasSize(1);
    }

    @Test
    void refusesAHeaderThatDoesNotNameEveryColumnOnce() throws IOException {
        for (String header : new String[] {"id,city,city", "id,,city", ""}) {
            assertThatThrownBy(() -> rows(header + "\nu1,a,b"))
                    .isInstanceOfSatisfying(
                            LoadFailure.class,
                            failure -> assertThat(failure.code()).isEqualTo(LoadFailure.Code.COLUMN_MISSING));
        }
    }

    private Gathered rows(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("customers.csv"), text);
        return Gathered.of(EventSources.open(ImportFormat.CUSTOMERS, file));
    }
}
