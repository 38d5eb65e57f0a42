package io.clientele.campaign.template;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import liquid.parser.v4.LiquidParser.IndexContext;
import liquid.parser.v4.LiquidParser.LookupContext;
import liquid.parser.v4.LiquidParser.Lookup_id_indexesContext;

/** The names that stand for something at one place of a template: the catalogue's, and those that it gave itself. */
final class Names {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}");
    private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"|'[^']*'");

    private final String field;
    private final Available available;
    private Map<String, Shape> own = new HashMap<>();

    Names(String field, Available available) {
        this.field = field;
        this.available = available;
    }

    void put(String name, Shape shape) {
        own.put(name, shape);
    }

    /** Begins a part of the template with names of its own; answers those before. */
    Map<String, Shape> enter() {
        Map<String, Shape> before = own;
        own = new HashMap<>(before);
        return before;
    }

    /** Ends such a part: what it assigned stays, what it went through is gone. */
    void leave(Map<String, Shape> before, String wentThrough) {
        own.remove(wentThrough);
        own.remove("forloop");
        own.forEach(before::putIfAbsent);
        own = before;
    }

    /** Why a name cannot be given in a template. */
    Optional<TemplateFailure> keepOut(String name) {
        return Catalogue.root(name) == null
                ? Optional.empty()
                : Optional.of(new TemplateFailure.VariableMisused(field, name, "is a variable that every message has"));
    }

    /** What a variable holds; null if there is none. */
    @Nullable
    Shape shape(LookupContext lookup) {
        if (!(lookup instanceof Lookup_id_indexesContext path)) {
            return null;
        }
        String root = path.id().getText();
        Shape shape = own.containsKey(root) ? own.get(root) : Catalogue.root(root);
        for (IndexContext index : path.index()) {
            shape = shape == null ? null : at(shape, index);
        }
        return shape;
    }

    private static @Nullable Shape at(Shape shape, IndexContext index) {
        if (index.Dot() != null) {
            return shape.at(index.id2().getText());
        }
        String key = index.expr().getText();
        return constant(key) != null
                ? shape.atPosition()
                : TEXT.matcher(key).matches() ? shape.at(unquoted(key)) : null;
    }

    /** Why a variable cannot be named. */
    Optional<TemplateFailure> problem(Lookup_id_indexesContext path) {
        String root = path.id().getText();
        if (path.index().stream().anyMatch(Names::computed)) {
            return Optional.of(
                    new TemplateFailure.VariableMisused(field, path.getText(), "is named by another variable"));
        }
        if (shape(path) == null) {
            return Optional.of(new TemplateFailure.UnknownVariable(field, path.getText()));
        }
        if (root.equals(Catalogue.COUPON) && !available.benefit()) {
            return Optional.of(new TemplateFailure.UnavailableVariable(field, path.getText(), "a benefit"));
        }
        if (root.equals(Catalogue.EVENT) && !available.event()) {
            return Optional.of(
                    new TemplateFailure.UnavailableVariable(field, path.getText(), "an event as its trigger"));
        }
        return Optional.empty();
    }

    private static boolean computed(IndexContext index) {
        return index.Dot() == null
                && constant(index.expr().getText()) == null
                && !TEXT.matcher(index.expr().getText()).matches();
    }

    static @Nullable Long constant(String text) {
        return NUMBER.matcher(text).matches() ? Long.valueOf(text) : null;
    }

    static String unquoted(String text) {
        return TEXT.matcher(text).matches() ? text.substring(1, text.length() - 1) : "";
    }
}
