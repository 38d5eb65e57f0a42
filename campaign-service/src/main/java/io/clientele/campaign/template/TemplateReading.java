package io.clientele.campaign.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import liqp.nodes.AtomNode;
import liqp.nodes.FilterNode;
import liqp.nodes.LNode;
import liqp.nodes.LookupNode;
import liqp.parser.v4.NodeVisitor;
import liquid.parser.v4.LiquidParser.AssignmentContext;
import liquid.parser.v4.LiquidParser.Capture_tag_IdContext;
import liquid.parser.v4.LiquidParser.Capture_tag_StrContext;
import liquid.parser.v4.LiquidParser.Cycle_tagContext;
import liquid.parser.v4.LiquidParser.ExprContext;
import liquid.parser.v4.LiquidParser.Expr_termContext;
import liquid.parser.v4.LiquidParser.FilterContext;
import liquid.parser.v4.LiquidParser.For_arrayContext;
import liquid.parser.v4.LiquidParser.For_rangeContext;
import liquid.parser.v4.LiquidParser.Include_relative_tagContext;
import liquid.parser.v4.LiquidParser.Include_tagContext;
import liquid.parser.v4.LiquidParser.LookupContext;
import liquid.parser.v4.LiquidParser.Lookup_IdContext;
import liquid.parser.v4.LiquidParser.Lookup_StrContext;
import liquid.parser.v4.LiquidParser.Lookup_id_indexesContext;
import liquid.parser.v4.LiquidParser.Other_tagContext;
import liquid.parser.v4.LiquidParser.OutputContext;
import liquid.parser.v4.LiquidParser.Simple_tagContext;
import liquid.parser.v4.LiquidParser.Table_tagContext;
import liquid.parser.v4.LiquidParser.TermContext;
import liquid.parser.v4.LiquidParser.Term_lookupContext;

import static io.clientele.campaign.template.Language.INSERTIONS;

/** Goes through a parsed template once: tells what is wrong with it, and makes what renders it. */
final class TemplateReading extends NodeVisitor {

    private static final Shape FORLOOP = new Shape.Open();
    private static final long LONGEST_RANGE = 100;

    private final String field;
    private final TextFormat format;
    private final Names names;
    private final List<TemplateFailure> problems = new ArrayList<>();
    private int loops;

    TemplateReading(String field, TextFormat format, Available available) {
        super(INSERTIONS, BoundedFilters.ALL, true);
        this.field = field;
        this.format = format;
        this.names = new Names(field, available);
    }

    List<TemplateFailure> problems() {
        return problems;
    }

    @Override
    public LookupNode visitLookup_id_indexes(Lookup_id_indexesContext lookup) {
        names.problem(lookup).ifPresent(problems::add);
        return super.visitLookup_id_indexes(lookup);
    }

    @Override
    public LookupNode visitLookup_Str(Lookup_StrContext lookup) {
        return named(lookup);
    }

    @Override
    public LookupNode visitLookup_Id(Lookup_IdContext lookup) {
        return named(lookup);
    }

    private LookupNode named(LookupContext lookup) {
        problems.add(new TemplateFailure.VariableMisused(field, lookup.getText(), "is named by another variable"));
        return new LookupNode("");
    }

    @Override
    public LNode visitOutput(OutputContext output) {
        LNode node = super.visitOutput(output);
        TermContext term = output.term();
        ExprContext expression = output.expr();
        Shape written = after(term == null ? shape(expression) : shape(term), output.filter());
        String text = (term == null ? expression : term).getText();
        if (written != null && !(written instanceof Shape.Single)) {
            problems.add(new TemplateFailure.VariableMisused(field, text, "holds several values; write one of them"));
        }
        return new WrittenValue(node, text, format == TextFormat.HTML && !escapes(output.filter()));
    }

    private static boolean escapes(List<FilterContext> filters) {
        return !filters.isEmpty() && filters.getLast().Id().getText().startsWith("escape");
    }

    @Override
    public FilterNode visitFilter(FilterContext filter) {
        if (BoundedFilters.ALL.get(filter.Id().getText()) == null) {
            problems.add(new TemplateFailure.FilterRefused(field, filter.Id().getText()));
            return new FilterNode(filter, BoundedFilters.ALL.get("size"));
        }
        return super.visitFilter(filter);
    }

    @Override
    public LNode visitAssignment(AssignmentContext assignment) {
        String name = assignment.id().getText();
        LNode node = super.visitAssignment(assignment);
        Shape assigned = after(shape(assignment.expr()), assignment.filter());
        names.keepOut(name).ifPresent(problems::add);
        names.put(name, assigned == null ? new Shape.Single() : assigned);
        return node;
    }

    @Override
    public LNode visitFor_array(For_arrayContext loop) {
        Shape list = names.shape(loop.lookup());
        if (list != null && !(list instanceof Shape.Listing)) {
            problems.add(
                    new TemplateFailure.VariableMisused(field, loop.lookup().getText(), "is no list to go through"));
        }
        Shape element = list == null ? null : list.atPosition();
        return looped(loop.id().getText(), element, () -> super.visitFor_array(loop));
    }

    @Override
    public LNode visitFor_range(For_rangeContext loop) {
        Long from = Names.constant(loop.from.getText());
        Long to = Names.constant(loop.to.getText());
        if (from == null || to == null || to - from >= LONGEST_RANGE) {
            problems.add(new TemplateFailure.Loops(
                    field, "counts from and to numbers that are not written down or over " + LONGEST_RANGE + " apart"));
        }
        return looped(loop.id().getText(), new Shape.Single(), () -> super.visitFor_range(loop));
    }

    private LNode looped(String name, @Nullable Shape element, Supplier<LNode> inside) {
        if (loops > 0) {
            problems.add(new TemplateFailure.Loops(field, "has a loop in a loop"));
        }
        names.keepOut(name).ifPresent(problems::add);
        Map<String, Shape> before = names.enter();
        names.put(name, element == null ? new Shape.Single() : element);
        names.put("forloop", FORLOOP);
        loops++;
        LNode node = inside.get();
        loops--;
        names.leave(before, name);
        return node;
    }

    private @Nullable Shape shape(ExprContext expression) {
        return expression instanceof Expr_termContext single ? shape(single.term()) : null;
    }

    private @Nullable Shape shape(TermContext term) {
        return term instanceof Term_lookupContext variable ? names.shape(variable.lookup()) : null;
    }

    /** What filters make of a variable; null if that is not known, as of a constant. */
    private @Nullable Shape after(@Nullable Shape shape, List<FilterContext> filters) {
        Shape result = shape;
        for (FilterContext filter : filters) {
            result = result == null ? null : after(result, filter);
        }
        return result;
    }

    private @Nullable Shape after(Shape shape, FilterContext filter) {
        return switch (filter.Id().getText()) {
            case "first", "last" -> shape.at("first");
            case "reverse", "default" -> shape;
            case "map" -> mapped(shape, filter);
            default -> new Shape.Single();
        };
    }

    private @Nullable Shape mapped(Shape shape, FilterContext filter) {
        String name = filter.params() == null
                ? ""
                : Names.unquoted(filter.params().getText().substring(1));
        Shape element = shape.atPosition();
        Shape found = element == null ? null : element.at(name);
        if (found == null) {
            problems.add(new TemplateFailure.UnknownVariable(field, filter.getText()));
            return null;
        }
        return new Shape.Listing(found);
    }

    @Override
    public LNode visitOther_tag(Other_tagContext tag) {
        return refused(tag.BlockId().getText());
    }

    @Override
    public LNode visitSimple_tag(Simple_tagContext tag) {
        String name = tag.SimpleTagId().getText();
        return name.equals("break") || name.equals("continue") ? super.visitSimple_tag(tag) : refused(name);
    }

    @Override
    public LNode visitInclude_tag(Include_tagContext tag) {
        return refused("include");
    }

    @Override
    public LNode visitInclude_relative_tag(Include_relative_tagContext tag) {
        return refused("include_relative");
    }

    @Override
    public LNode visitCycle_tag(Cycle_tagContext tag) {
        return refused("cycle");
    }

    @Override
    public LNode visitTable_tag(Table_tagContext tag) {
        return refused("tablerow");
    }

    @Override
    public LNode visitCapture_tag_Id(Capture_tag_IdContext tag) {
        return refused("capture");
    }

    @Override
    public LNode visitCapture_tag_Str(Capture_tag_StrContext tag) {
        return refused("capture");
    }

    private LNode refused(String tag) {
        problems.add(new TemplateFailure.TagRefused(field, tag));
        return new AtomNode("");
    }
}
