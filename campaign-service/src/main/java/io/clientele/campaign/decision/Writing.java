package io.clientele.campaign.decision;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import io.clientele.campaign.benefit.StoredCoupon;
import io.clientele.campaign.definition.Channel;
import io.clientele.campaign.definition.Variant;
import io.clientele.campaign.recommendation.RecommendedProduct;
import io.clientele.campaign.template.ProductValues;
import io.clientele.campaign.template.TemplateValues;
import io.clientele.campaign.template.Templates;
import io.clientele.campaign.template.TextFormat;
import io.clientele.contract.event.EventDocument;

/** Writes the message of a variant for one customer. */
@ApplicationScoped
class Writing {

    private final Templates templates;
    private final DecisionConfig config;

    Writing(Templates templates, DecisionConfig config) {
        this.templates = templates;
        this.config = config;
    }

    /**
     * Writes it.
     *
     * @param coupon what the customer gets with it
     * @param recommended products for {@code products}
     * @throws io.clientele.edge.CodedException if the template cannot be rendered with these values
     */
    Message write(
            Due due,
            Variant variant,
            Known known,
            Optional<StoredCoupon> coupon,
            List<RecommendedProduct> recommended,
            String unsubscribeUrl) {
        TemplateValues values = new TemplateValues(known.zone())
                .customer(known.card().id(), known.card().traits())
                .campaign(due.campaign().definition().name())
                .shop(config.shopName(), config.cartUrl().orElse(null))
                .unsubscribeUrl(unsubscribeUrl);
        values.products(recommended.stream()
                .map(one -> new ProductValues(one.id(), one.name(), one.category(), one.brand(), one.price()))
                .toList());
        coupon.ifPresent(one -> values.coupon(one.code(), one.name(), one.expiresAt()));
        if (due.event() != null) {
            event(values, due.event());
        }
        TextFormat body = variant.channel() == Channel.EMAIL ? TextFormat.HTML : TextFormat.PLAIN;
        return new Message(
                variant.subject()
                        .map(text -> render(text, TextFormat.PLAIN, values))
                        .orElse(null),
                render(variant.body(), body, values),
                variant.link()
                        .map(text -> render(text, TextFormat.PLAIN, values))
                        .orElse(null));
    }

    /** The category of the first product of an enrolment's event, if a variant's message recommends products. */
    static Optional<String> category(Due due, Variant variant) {
        return due.event() == null || !variant.body().contains("products")
                ? Optional.empty()
                : Optional.ofNullable(text(json(due.event()).at("/products/0"), "category"));
    }

    private String render(String liquid, TextFormat format, TemplateValues values) {
        return templates.render(liquid, format, values).text();
    }

    private static void event(TemplateValues values, String json) {
        JsonNode event = json(json);
        List<ProductValues> products = new ArrayList<>();
        event.path("products").forEach(product -> products.add(product(product)));
        values.event(event.path("name").asText(), products.isEmpty() ? null : products.getFirst(), products);
    }

    private static ProductValues product(JsonNode product) {
        return new ProductValues(
                text(product, "id"),
                text(product, "name"),
                text(product, "category"),
                text(product, "brand"),
                product.hasNonNull("price")
                        ? new BigDecimal(product.path("price").asText())
                        : null);
    }

    private static @Nullable String text(JsonNode product, String field) {
        return product.hasNonNull(field) ? product.path(field).asText() : null;
    }

    private static JsonNode json(String text) {
        try {
            return EventDocument.MAPPER.readTree(text);
        } catch (IOException impossible) {
            throw new IllegalStateException("PostgreSQL keeps JSON only", impossible);
        }
    }
}
