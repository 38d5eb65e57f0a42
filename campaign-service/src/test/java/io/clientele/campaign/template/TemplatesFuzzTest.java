package io.clientele.campaign.template;

import java.util.List;

import io.clientele.edge.CodedException;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever is written as a template is taken or refused with a code; what is taken renders or fails with one. */
class TemplatesFuzzTest {

    private static final List<String> PIECES = List.of(
            "{{",
            "}}",
            "{%",
            "%}",
            "{%-",
            "-%}",
            " ",
            "if",
            "endif",
            "for",
            "endfor",
            "in",
            "p",
            "products",
            "customer",
            ".first_name",
            ".traits",
            "[",
            "]",
            "0",
            "-1",
            "9999999999",
            "1.5",
            "\"a\"",
            "'",
            "|",
            "append",
            ":",
            ",",
            "replace",
            "round",
            "date",
            "divided_by",
            "first",
            "map",
            "assign",
            "=",
            "==",
            ">",
            "and",
            "or",
            "contains",
            "(1..5)",
            "(",
            ")",
            "..",
            "case",
            "when",
            "else",
            "endcase",
            "raw",
            "endraw",
            "comment",
            "endcomment",
            "empty",
            "nil",
            "true",
            "coupon",
            ".code",
            "event",
            ".products",
            "limit",
            "offset",
            "continue",
            "break",
            "reversed",
            "cycle",
            "include",
            "\n",
            "#",
            "é",
            "漢",
            "\uD800",
            "{",
            "}",
            "%",
            "?",
            "forloop",
            ".index",
            "truncate",
            "slice");

    private final Templates templates = new Templates();

    @Property(tries = 3_000)
    void failsWithCodesOnly(@ForAll("soup") String liquid) {
        List<TemplateFailure> problems = templates.check("input.body", liquid, TextFormat.HTML, Available.EVERYTHING);
        if (problems.isEmpty()) {
            assertThat(templates.render(liquid, TextFormat.HTML, TemplatesTest.values()))
                    .isNotNull();
        } else {
            assertThat(problems)
                    .allSatisfy(problem -> assertThat(problem.exception()).isInstanceOf(CodedException.class));
        }
    }

    @Property(tries = 2_000)
    void rendersOrFailsWithACode(@ForAll("outputs") String liquid) {
        try {
            templates.render(liquid, TextFormat.PLAIN, TemplatesTest.values());
        } catch (CodedException refused) {
            assertThat(refused.field()).isEqualTo("template");
        }
    }

    @Provide
    Arbitrary<String> soup() {
        return Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.of(PIECES).list().ofMaxSize(40).map(pieces -> String.join("", pieces))),
                Tuple.of(1, Arbitraries.strings().ofMaxLength(200)));
    }

    @Provide
    Arbitrary<String> outputs() {
        Arbitrary<String> values = Arbitraries.of(
                "customer.first_name",
                "products",
                "products[0].price",
                "1",
                "'-7.5'",
                "\"\"",
                "nil",
                "event.products",
                "coupon.expires_at",
                "true",
                "empty",
                "products.size");
        Arbitrary<String> filters = Arbitraries.of(BoundedFilters.ALL.values().stream()
                .map(filter -> filter.getName())
                .sorted()
                .toList());
        Arbitrary<String> applied = Combinators.combine(filters, values.list().ofMaxSize(3))
                .as((filter, arguments) ->
                        " | " + filter + (arguments.isEmpty() ? "" : ": " + String.join(", ", arguments)));
        return Combinators.combine(values, applied.list().ofMaxSize(4))
                .as((value, all) -> "{{ " + value + String.join("", all) + " }}");
    }
}
