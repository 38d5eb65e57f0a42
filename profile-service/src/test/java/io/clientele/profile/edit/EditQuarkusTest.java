package io.clientele.profile.edit;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.clientele.edge.testing.SigningKeys;
import io.clientele.profile.card.Questions;
import io.clientele.profile.fold.FakeFunnel;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithTestResource(SigningKeys.class)
@WithTestResource(FakeFunnel.class)
class EditQuarkusTest {

    private static final String SET = "mutation($in: SetTraitsInput!) { setTraits(input: $in)"
            + " { applied messageId customer { id traits } } }";
    private static final String MERGE = "mutation($in: MergeCustomersInput!) { mergeCustomers(input: $in)"
            + " { applied messageId customer { id identity { nodes } } } }";

    private final Instant earlier = Instant.now().truncatedTo(ChronoUnit.MILLIS).minus(Duration.ofHours(1));

    @ConfigProperty(name = "clientele.funnel.url")
    String feed;

    private Questions questions = new Questions("");

    @BeforeEach
    void open() {
        questions = new Questions(feed);
    }

    @Test
    void answersWithTheTraitsThatItSet() {
        knownUser("edit-1");

        JsonNode answer = set("k-1", "edit-1", "{\"level\": 2.50, \"likes\": {\"colour\": \"red\"}}");

        assertThat(answer.at("/applied").asBoolean()).isTrue();
        assertThat(answer.at("/customer/traits").asText())
                .contains("\"level\":2.5", "\"likes\":{\"colour\":\"red\"}", "\"edit-1\":\"edit-1\"");
    }

    @Test
    void setsTraitsOfAVisitorsDevice() {
        knownDevice("edit-device");

        JsonNode answer = set("k-2", "edit-device", "{\"nick\":\"walker\"}");

        assertThat(answer.at("/customer/id").asText()).isEqualTo("anon:edit-device");
        assertThat(answer.at("/customer/traits").asText()).contains("walker");
    }

    @Test
    void setsOnceWhatIsAskedTwiceByOneKey() {
        knownUser("edit-3");
        JsonNode first = set("k-3", "edit-3", "{\"level\": 1}");
        set("k-4", "edit-3", "{\"level\": 2}");

        JsonNode again = set("k-3", "edit-3", "{\"level\": 1}");

        assertThat(again.at("/messageId").asText())
                .isEqualTo(first.at("/messageId").asText());
        assertThat(again.at("/customer/traits").asText()).contains("\"level\":2");
    }

    @Test
    void refusesAKeyThatStandsForOtherTraits() {
        knownUser("edit-5");
        set("k-5", "edit-5", "{\"level\": 1}");

        refused(answer("marketer", SET, traits("k-5", "edit-5", "{\"level\": 9}")), "KEY_REUSED", "input.key");
    }

    @Test
    void saysThatTheCustomerDoesNotShowTheChangeYet() {
        knownUser("edit-6");

        JsonNode answer = set("k-6", "edit-6", "{\"held\": true}");

        assertThat(answer.at("/applied").asBoolean()).isFalse();
        assertThat(answer.at("/customer/id").asText()).isEqualTo("edit-6");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "edit-nobody | {\"a\":1}     | UNKNOWN_CUSTOMER | input.customer",
                "edit-7      | {\"a\":1,}    | INVALID_VALUE    | input.traits",
                "edit-7      | [1]           | INVALID_VALUE    | input.traits",
                "edit-7      | {}            | INVALID_VALUE    | input.traits",
                "edit-7      | {\"a\":1,\"a\":2} | INVALID_VALUE | input.traits",
                "edit-7      | {\"a\":\"\\u0000\"} | INVALID_TEXT | input.traits",
                "edit-7      | {\"refused\":1} | TOO_LONG       | input.traits"
            })
    void namesTheFieldThatItRefuses(String customer, String traits, String code, String field) {
        knownUser("edit-7");

        refused(answer("admin", SET, traits("k-7", customer, traits)), code, field);
    }

    @Test
    void refusesTraitsThatAreTooLargeToBeKept() {
        knownUser("edit-8");

        refused(
                answer("admin", SET, traits("k-8", "edit-8", "{\"a\":\"" + "x".repeat(5_000) + "\"}")),
                "TRAIT_TOO_LONG",
                "input.traits.a");
        refused(answer("admin", SET, traits(" ", "edit-8", "{\"a\":1}")), "INVALID_VALUE", "input.key");
    }

    @Test
    void mergesAndAnswersWithTheOneCustomer() {
        knownUser("edit-m1");
        knownUser("edit-m2");

        JsonNode answer = merge("k-m1", "edit-m2", "edit-m1");

        assertThat(answer.at("/applied").asBoolean()).isTrue();
        assertThat(answer.at("/customer/id").asText()).isEqualTo("edit-m1");
        assertThat(Questions.texts(answer.at("/customer/identity/nodes"), "")).containsExactly("edit-m1", "edit-m2");
        assertThat(merge("k-m1", "edit-m2", "edit-m1").at("/messageId").asText())
                .as("the same again")
                .isEqualTo(answer.at("/messageId").asText());
    }

    @Test
    void refusesToMergeWhatIsOneAlready() {
        knownUser("edit-r1");
        knownUser("edit-r2");
        refused(answer("admin", MERGE, pair("k-r0", "edit-r1", "edit-r1")), "MERGE_INTO_ITSELF", "input.into");
        merge("k-r1", "edit-r2", "edit-r1");

        refused(answer("admin", MERGE, pair("k-r2", "edit-r2", "edit-r1")), "MERGE_INTO_ITSELF", "input.into");
        knownUser("edit-r3");
        refused(answer("admin", MERGE, pair("k-r1", "edit-r3", "edit-r1")), "KEY_REUSED", "input.key");
        refused(answer("admin", MERGE, pair("k-r3", "edit-r1", "edit-r2")), "MERGE_RING", "input.into");
    }

    @Test
    void refusesToMergeIntoAVisitorOrWithNobody() {
        knownUser("edit-v1");
        knownDevice("edit-v2");

        refused(answer("admin", MERGE, pair("k-v1", "edit-v1", "edit-v2")), "MERGE_INTO_VISITOR", "input.into");
        refused(answer("admin", MERGE, pair("k-v2", "edit-nobody", "edit-v1")), "UNKNOWN_CUSTOMER", "input.from");
        refused(answer("admin", MERGE, pair("k-v3", "edit-v1", "edit-nobody")), "UNKNOWN_CUSTOMER", "input.into");
        assertThat(merge("k-v4", "anon:edit-v2", "edit-v1").at("/customer/id").asText())
                .isEqualTo("edit-v1");
    }

    @Test
    void letsAnalystsChangeNothing() {
        knownUser("edit-9");

        assertThat(answer("analyst", SET, traits("k-9", "edit-9", "{\"a\":1}"))
                        .at("/errors/0/extensions/code")
                        .asText())
                .isEqualTo("FORBIDDEN");
        assertThat(answer("analyst", MERGE, pair("k-9", "edit-9", "edit-1"))
                        .at("/errors/0/extensions/code")
                        .asText())
                .isEqualTo("FORBIDDEN");
    }

    private void knownUser(String user) {
        questions.append(Questions.identified(user, null, earlier, user));
        questions.awaitTrait(user, user);
    }

    private void knownDevice(String device) {
        questions.append(Questions.identified(null, device, earlier, device));
        questions.awaitTrait(device, device);
    }

    private JsonNode set(String key, String customer, String traits) {
        return good(answer("marketer", SET, traits(key, customer, traits)), "/data/setTraits");
    }

    private JsonNode merge(String key, String from, String into) {
        return good(answer("marketer", MERGE, pair(key, from, into)), "/data/mergeCustomers");
    }

    private JsonNode answer(String role, String query, Map<String, String> input) {
        return questions.answer(role, query, Map.of("in", input));
    }

    private static JsonNode good(JsonNode answer, String root) {
        assertThat(answer.path("errors")).isEmpty();
        return answer.at(root);
    }

    private static void refused(JsonNode answer, String code, String field) {
        assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo(code);
        assertThat(answer.at("/errors/0/extensions/field").asText()).isEqualTo(field);
    }

    private static Map<String, String> traits(String key, String customer, String traits) {
        return Map.of("key", key, "customer", customer, "traits", traits);
    }

    private static Map<String, String> pair(String key, String from, String into) {
        return Map.of("key", key, "from", from, "into", into);
    }
}
