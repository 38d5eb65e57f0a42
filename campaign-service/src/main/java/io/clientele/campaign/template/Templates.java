package io.clientele.campaign.template;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import io.clientele.edge.CodedException;

/** Checks templates, keeps them read, and renders them. */
@Singleton
public class Templates {

    /** Templates that are kept read, the latest used. */
    private static final int MOST_KEPT = 1_000;

    private static final ProductValues SHIRT =
            new ProductValues("p1", "Shirt", "Apparel", "Acme", new BigDecimal("99.50"));

    private record Key(String liquid, TextFormat format) {}

    private final Map<Key, Template> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Template> eldest) {
            return size() > MOST_KEPT;
        }
    };

    /**
     * Every problem that a template has; none if it can be launched.
     *
     * @param field the input field that it stands in, which problems name
     * @param available what its message has to tell of
     */
    public List<TemplateFailure> check(String field, String liquid, TextFormat format, Available available) {
        return switch (Language.read(field, liquid, format, available)) {
            case Reading.Refused(List<TemplateFailure> problems) -> problems;
            case Reading.Read(Template template) -> tried(field, template);
        };
    }

    /**
     * A template that was checked, read.
     *
     * @throws CodedException the first problem that it has, on {@code template}
     */
    Template of(String liquid, TextFormat format) {
        Key key = new Key(liquid, format);
        synchronized (kept) {
            Template known = kept.get(key);
            if (known != null) {
                return known;
            }
        }
        Template read = read(liquid, format);
        synchronized (kept) {
            kept.put(key, read);
        }
        return read;
    }

    private static Template read(String liquid, TextFormat format) {
        return switch (Language.read(Work.FIELD, liquid, format, Available.EVERYTHING)) {
            case Reading.Refused(List<TemplateFailure> problems) ->
                throw problems.getFirst().exception();
            case Reading.Read(Template template) -> template;
        };
    }

    /**
     * Renders a message of a template that was checked: a function of the values alone, of bounded cost.
     *
     * @throws CodedException {@code TEMPLATE_FAILED} or {@code TEMPLATE_LOOPS}, on {@code template}
     */
    public Rendered render(String liquid, TextFormat format, TemplateValues values) {
        return Language.render(of(liquid, format), values);
    }

    /** What comes of rendering it with every value there is, and with none. */
    private static List<TemplateFailure> tried(String field, Template template) {
        try {
            Language.render(template, sample());
            Language.render(template, new TemplateValues(ZoneOffset.UTC));
            return List.of();
        } catch (CodedException failed) {
            return List.of(
                    failed.code().equals("TEMPLATE_LOOPS")
                            ? new TemplateFailure.Loops(field, "does more work than one message may")
                            : new TemplateFailure.Failed(field, "a filter or a comparison does not fit its values"));
        }
    }

    private static TemplateValues sample() {
        Map<String, String> traits = new LinkedHashMap<>();
        Catalogue.TRAITS.forEach(trait -> traits.put(trait, "1"));
        return new TemplateValues(ZoneOffset.UTC)
                .customer("customer-1", traits)
                .coupon("CODE", "Welcome", Instant.EPOCH)
                .event("Product Added", SHIRT, List.of(SHIRT, SHIRT))
                .products(List.of(SHIRT, SHIRT, SHIRT))
                .campaign("Campaign")
                .shop("Shop", "https://shop.example/cart")
                .unsubscribeUrl("https://shop.example/u/1");
    }
}
