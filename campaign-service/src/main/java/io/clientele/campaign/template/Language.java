package io.clientele.campaign.template;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.clientele.edge.CodedException;

import liqp.Insertions;
import liqp.TemplateContext;
import liqp.TemplateParser;
import liqp.TemplateParser.ErrorMode;
import liqp.exceptions.ExceededMaxIterationsException;
import liqp.exceptions.LiquidException;
import liqp.nodes.LNode;
import liqp.org.antlr.v4.runtime.tree.ParseTree;
import liqp.parser.Flavor;

/** Liquid as messages can use it: the only place where the library is called. */
final class Language {

    static final Insertions INSERTIONS = Insertions.STANDARD_INSERTIONS;

    /** Times that loops go round in one message, all together. */
    private static final int MOST_ITERATIONS = 500;

    /** Characters of a message. */
    private static final int LONGEST_MESSAGE = 200_000;

    private static final TemplateParser PARSER = new TemplateParser.Builder()
            .withFlavor(Flavor.LIQUID)
            .withErrorMode(ErrorMode.STRICT)
            // A trait is a text, and "30" > 18 a fair question.
            .withStrictTypedExpressions(false)
            .withMaxIterations(MOST_ITERATIONS)
            .withMaxSizeRenderedString(LONGEST_MESSAGE)
            .withDefaultTimeZone(ZoneOffset.UTC)
            .build();

    private Language() {}

    /** Reads a template into what renders it, or into every problem that it has. */
    static Reading read(String field, String liquid, TextFormat format, Available available) {
        List<TemplateFailure> before = beforehand(field, liquid, format);
        if (!before.isEmpty()) {
            return new Reading.Refused(before);
        }
        try {
            ParseTree tree = PARSER.parse(liquid).getParseTree();
            TemplateReading reading = new TemplateReading(field, format, available);
            LNode node = reading.visit(tree);
            return reading.problems().isEmpty()
                    ? new Reading.Read(new Template(node))
                    : new Reading.Refused(reading.problems().stream().distinct().toList());
        } catch (LiquidException wrong) {
            return refused(field, "line " + wrong.line + ", character " + (wrong.charPositionInLine + 1) + " is wrong");
        } catch (RuntimeException | StackOverflowError wrong) {
            // The library's parser throws whatever it comes upon.
            return refused(field, "it cannot be read");
        }
    }

    private static Reading refused(String field, String reason) {
        return new Reading.Refused(List.of(new TemplateFailure.Syntax(field, reason)));
    }

    private static List<TemplateFailure> beforehand(String field, String liquid, TextFormat format) {
        if (liquid.length() > format.longest()) {
            return List.of(new TemplateFailure.TooLong(field, "has more than " + format.longest() + " characters"));
        }
        if (liquid.indexOf(0) >= 0) {
            return List.of(new TemplateFailure.Syntax(field, "it holds a character that no text can have"));
        }
        return Tags.problems(field, liquid);
    }

    /** See {@link Templates#render}. */
    static Rendered render(Template template, TemplateValues values) {
        Map<String, Object> variables = values.variables();
        TemplateContext context = new TemplateContext(PARSER, variables);
        context.put(DateFilter.ZONE, values.zone());
        try {
            return new Rendered(String.valueOf(template.node().render(context)), Work.missing(context));
        } catch (RuntimeException failed) {
            // Coded ones of ours come wrapped; the library's own may hold a customer's values, which are told nobody.
            throw coded(failed);
        }
    }

    private static CodedException coded(RuntimeException failed) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable cause = failed; cause != null && chain.size() < 20; cause = cause.getCause()) {
            chain.add(cause);
        }
        for (Throwable cause : chain) {
            if (cause instanceof CodedException ours) {
                return ours;
            }
            if (cause instanceof ExceededMaxIterationsException) {
                return new TemplateFailure.Loops(Work.FIELD, "goes round more than " + MOST_ITERATIONS + " times")
                        .exception();
            }
        }
        return new TemplateFailure.Failed(Work.FIELD, "these values do not fit it").exception();
    }
}
