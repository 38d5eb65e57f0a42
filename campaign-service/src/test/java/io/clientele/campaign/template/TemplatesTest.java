package io.clientele.campaign.template;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.clientele.edge.CodedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.jupiter.api.Assertions.assertTimeout;

class TemplatesTest {

    private static final ProductValues SHIRT =
            new ProductValues("p1", "Shirt <L>", "Apparel", null, new BigDecimal("1E+2"));
    private static final ProductValues SHOE =
            new ProductValues("p2", "Shoe", "Apparel", "Acme", new BigDecimal("49.90"));

    private final Templates templates = new Templates();

    @Test
    void rendersEveryVariable() {
        String liquid = """
                {{ customer.id }} {{ customer.first_name }} {{ customer.traits["vip level"] }} {{ customer.traits.vip }}
                {{ coupon.code }} {{ coupon.name }} {{ coupon.expires_at | date: "%Y-%m-%d %H:%M" }}
                {{ event.name }} {{ event.product.name }} {{ event.product.price }} {{ event.products.size }}
                {% for product in products limit: 5 %}{{ forloop.index }}.{{ product.name }}={{ product.price }};{% endfor %}
                {{ products[1].brand }} {{ products | map: "name" | join: ", " }} {{ products.first.id }}
                {{ campaign.name }} {{ shop.name }} {{ cart_url }} {{ unsubscribe_url }}""";

        assertThat(templates.check("input.body", liquid, TextFormat.PLAIN, Available.EVERYTHING))
                .isEmpty();
        Rendered rendered = templates.render(liquid, TextFormat.PLAIN, values());

        assertThat(rendered.text()).isEqualTo("""
                c1 Ada gold yes
                X1 Welcome 2026-01-02 08:00
                Product Added Shoe 49.90 2
                1.Shirt <L>=100;2.Shoe=49.90;
                Acme Shirt <L>, Shoe p1
                Spring Shop https://s/cart https://s/u/1""");
        assertThat(rendered.missing()).isEmpty();
    }

    @Test
    void writesNothingForMissingValuesAndTellsThem() {
        String liquid =
                "Dear {{ customer.first_name | default: 'customer' }} in {{ customer.city }}{{ products[0].brand }}!";

        Rendered rendered = templates.render(
                liquid,
                TextFormat.PLAIN,
                new TemplateValues(ZoneId.of("UTC")).customer("c1", Map.of()).products(List.of(SHIRT)));

        assertThat(rendered.text()).isEqualTo("Dear customer in !");
        assertThat(rendered.missing()).containsExactly("customer.city", "products[0].brand");
    }

    @Test
    void escapesValuesInHtmlOnceAndTheAuthorsTextNever() {
        String liquid = "<p>{{ products[0].name }}|{{ products[0].name | escape }}|{{ customer.first_name }}</p>";
        TemplateValues values =
                values().customer("c1", Map.of("first_name", "<img src=x onerror=\"alert('1')\"> & Co"));

        Rendered rendered = templates.render(liquid, TextFormat.HTML, values);

        assertThat(rendered.text())
                .isEqualTo("<p>Shirt &lt;L&gt;|Shirt &lt;L&gt;|"
                        + "&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp; Co</p>");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '§', quoteCharacter = '`', textBlock = """
                    {{ customer.frist_name }}                                      § UNKNOWN_VARIABLE
                    {{ nobody }}                                                   § UNKNOWN_VARIABLE
                    {% if false %}{{ nobody }}{% endif %}                          § UNKNOWN_VARIABLE
                    {% if true %}{% else %}{{ event.product.colour }}{% endif %}   § UNKNOWN_VARIABLE
                    {{ 'a' | append: nobody }}                                     § UNKNOWN_VARIABLE
                    {% if shop.name == nobody %}{% endif %}                        § UNKNOWN_VARIABLE
                    {% case nobody %}{% when 1 %}{% endcase %}                     § UNKNOWN_VARIABLE
                    {% case 1 %}{% when nobody %}{% endcase %}                     § UNKNOWN_VARIABLE
                    {% assign a = nobody %}                                        § UNKNOWN_VARIABLE
                    {% for p in nobody %}{% endfor %}                              § UNKNOWN_VARIABLE
                    {% for p in products %}{{ p.colour }}{% endfor %}              § UNKNOWN_VARIABLE
                    {% for p in products %}{% endfor %}{{ p.name }}                § UNKNOWN_VARIABLE
                    {% for p in products limit: nobody %}{% endfor %}              § UNKNOWN_VARIABLE
                    {{ products | map: "colour" | join }}                          § UNKNOWN_VARIABLE
                    {{ customer }}                                                 § VARIABLE_MISUSED
                    {{ products }}                                                 § VARIABLE_MISUSED
                    {{ products | first }}                                         § VARIABLE_MISUSED
                    {{ customer.traits }}                                          § VARIABLE_MISUSED
                    {{ customer[shop.name] }}                                      § VARIABLE_MISUSED
                    {{ [cart_url] }}                                               § VARIABLE_MISUSED
                    {% assign customer = 1 %}                                      § VARIABLE_MISUSED
                    {% for a in shop.name %}{% endfor %}                           § VARIABLE_MISUSED
                    {% include 'other' %}                                          § TEMPLATE_TAG_REFUSED
                    {% render 'other' %}                                           § TEMPLATE_TAG_REFUSED
                    {% capture a %}{% endcapture %}                                § TEMPLATE_TAG_REFUSED
                    {% tablerow a in products %}{% endtablerow %}                  § TEMPLATE_TAG_REFUSED
                    {% increment a %}                                              § TEMPLATE_TAG_REFUSED
                    {% cycle 'a', 'b' %}                                           § TEMPLATE_TAG_REFUSED
                    {% ifchanged %}{% endifchanged %}                              § TEMPLATE_TAG_REFUSED
                    {% nonsense %}                                                 § TEMPLATE_TAG_REFUSED
                    {{ 'a' | nonsense }}                                           § TEMPLATE_FILTER_REFUSED
                    {{ 'a b' | split: ' ' }}                                       § TEMPLATE_FILTER_REFUSED
                    {% for i in (1..101) %}{% endfor %}                            § TEMPLATE_LOOPS
                    {% for i in (1..products.size) %}{% endfor %}                  § TEMPLATE_LOOPS
                    {% for i in (1..999999999) %}{% endfor %}          § TEMPLATE_LOOPS
                    {% for i in (1..9) %}{% for j in (1..9) %}{% endfor %}{% endfor %} § TEMPLATE_LOOPS
                    {{ shop.name                                                   § TEMPLATE_SYNTAX
                    {% if %}{% endif %}                                            § TEMPLATE_SYNTAX
                    {% if true %}                                                  § TEMPLATE_SYNTAX
                    {% endif %}                                                    § TEMPLATE_SYNTAX
                    {{ 99999999999999999999 }}                                     § TEMPLATE_SYNTAX
                    {{ 1 | divided_by: 0 }}                                        § TEMPLATE_FAILED
                    {{ shop.name | round: 1000000000 }}                            § TEMPLATE_FAILED
                    {{ coupon.expires_at | date: "%1000000000d" }}                 § TEMPLATE_FAILED""")
    void refusesWithCodeAndField(String liquid, String code) {
        List<TemplateFailure> problems = templates.check("input.body", liquid, TextFormat.PLAIN, Available.EVERYTHING);

        assertThat(problems).extracting(TemplateFailure::code).contains(code);
        assertThat(problems).allSatisfy(problem -> {
            assertThat(problem.field()).isEqualTo("input.body");
            assertThat(problem.message()).startsWith("input.body ").endsWith(".");
        });
    }

    @Test
    void tellsEveryUnknownVariable() {
        assertThat(templates.check("input.body", "{{ a }}{{ b | append: c }}", TextFormat.PLAIN, Available.EVERYTHING))
                .extracting(TemplateFailure::message)
                .containsExactly(
                        "input.body names a, which no message has.",
                        "input.body names b, which no message has.",
                        "input.body names c, which no message has.");
    }

    @Test
    void namesTheCouponOnlyWithABenefitAndTheEventOnlyWithAnEvent() {
        String liquid = "{{ coupon.code }}{% if event.name %}{% endif %}";

        assertThat(templates.check("input.body", liquid, TextFormat.PLAIN, new Available(false, false)))
                .extracting(TemplateFailure::code)
                .containsExactly("VARIABLE_UNAVAILABLE", "VARIABLE_UNAVAILABLE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no variable at all, but { and } and 100 %",
                "{% comment %}{{ nobody }}{% include 'x' %}{% endcomment %}",
                "{% raw %}{{ nobody }}{% nonsense %}{% endraw %}",
                "{% assign a = products[0] %}{{ a.name }}",
                "{% assign a = products | first %}{{ a.name }}",
                "{% if customer.traits.age > 30 and coupon %}a{% elsif products == empty %}b{% else %}c{% endif %}",
                "{% for p in products %}{% if p.price > 10 %}{% continue %}{% endif %}{{ p.name }}{% else %}none{% endfor %}",
                "{%- if shop.name contains 'o' -%} a {%- endif -%}",
                "{{ customer.birthday | date: '%-d %B' }}",
            })
    void takes(String liquid) {
        assertThat(templates.check("input.body", liquid, TextFormat.PLAIN, Available.EVERYTHING))
                .isEmpty();
        assertThatNoException().isThrownBy(() -> templates.render(liquid, TextFormat.PLAIN, values()));
    }

    @Test
    void stopsTextsThatDoubleThemselves() {
        String doubling = "{% assign a = 'aaaaaaaa' %}" + "{% assign a = a | append: a %}".repeat(60) + "{{ a }}";

        assertThat(templates.check("input.body", doubling, TextFormat.PLAIN, Available.EVERYTHING))
                .extracting(TemplateFailure::code)
                .containsExactly("TEMPLATE_FAILED");
    }

    @Test
    void stopsNumbersThatSquareThemselves() {
        String squaring = "{% assign a = 9.5 %}" + "{% assign a = a | times: a %}".repeat(60) + "{{ a }}";

        assertThat(templates.check("input.body", squaring, TextFormat.PLAIN, Available.EVERYTHING))
                .extracting(TemplateFailure::code)
                .containsExactly("TEMPLATE_FAILED");
    }

    @Test
    void stopsWorkThatIsTooMuch() {
        String hard = "{% assign a = 'a' %}" + "{% assign a = a | append: a %}".repeat(13) + "{% for i in (1..100) %}"
                + "{% assign b = a | replace: 'a', 'b' | upcase %}".repeat(20) + "{% endfor %}";

        assertTimeout(
                Duration.ofSeconds(20),
                () -> assertThat(templates.check("input.body", hard, TextFormat.PLAIN, Available.EVERYTHING))
                        .extracting(TemplateFailure::code)
                        .containsExactly("TEMPLATE_LOOPS"));
    }

    @Test
    void refusesWhatIsTooLongOrTooDeep() {
        assertThat(codes("x".repeat(10_001))).containsExactly("TEMPLATE_TOO_LONG");
        assertThat(codes("{% if true %}".repeat(17) + "{% endif %}".repeat(17))).containsExactly("TEMPLATE_TOO_LONG");
        assertThat(codes("{{ " + "a[".repeat(600) + "}}")).containsExactly("TEMPLATE_TOO_LONG");
        assertThat(codes("{{1}}".repeat(1_001))).containsExactly("TEMPLATE_TOO_LONG");
        assertThat(codes("a\0b")).containsExactly("TEMPLATE_SYNTAX");
    }

    @Test
    void neverTellsACustomersValue() {
        String template = "{{ 1 | divided_by: customer.email }}";

        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> templates.render(
                        template, TextFormat.PLAIN, values().customer("c1", Map.of("email", "ada@x.example"))))
                .satisfies(failed -> assertThat(failed.code()).isEqualTo("TEMPLATE_FAILED"))
                .withMessageNotContaining("ada");
    }

    private List<String> codes(String liquid) {
        return templates.check("input.body", liquid, TextFormat.PLAIN, Available.EVERYTHING).stream()
                .map(TemplateFailure::code)
                .toList();
    }

    static TemplateValues values() {
        return new TemplateValues(ZoneId.of("Asia/Shanghai"))
                .customer("c1", Map.of("first_name", "Ada", "vip level", "gold", "vip", "yes"))
                .coupon("X1", "Welcome", Instant.parse("2026-01-02T00:00:00Z"))
                .event("Product Added", SHOE, List.of(SHOE, SHIRT))
                .products(List.of(SHIRT, SHOE))
                .campaign("Spring")
                .shop("Shop", "https://s/cart")
                .unsubscribeUrl("https://s/u/1");
    }
}
