package io.clientele.campaign.template;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The tags of a template, looked at before it is parsed: the parser goes as deep as the template does, and its stack has an
 * end.
 */
final class Tags {

    static final String ALLOWED_IN_WORDS = "if, unless, case, for, assign, comment and raw";

    private static final Set<String> BLOCKS = Set.of("if", "unless", "case", "for", "comment", "raw");
    private static final Set<String> WITHIN_BLOCKS = Set.of("else", "elsif", "when", "break", "continue", "assign");
    private static final int MOST = 1_000;
    private static final int DEEPEST = 16;
    private static final int LONGEST = 1_000;
    private static final Pattern START = Pattern.compile("\\{\\{|\\{%-?\\s*([A-Za-z_#][A-Za-z0-9_-]*)?");

    private final String field;
    private final String liquid;
    private final Deque<String> open = new ArrayDeque<>();

    private Tags(String field, String liquid) {
        this.field = field;
        this.liquid = liquid;
    }

    /** The first reason not to parse a template; none if it can be parsed. */
    static List<TemplateFailure> problems(String field, String liquid) {
        return new Tags(field, liquid).problems();
    }

    private List<TemplateFailure> problems() {
        Matcher tag = START.matcher(liquid);
        int tags = 0;
        int from = 0;
        while (tag.find(from)) {
            if (++tags > MOST) {
                return List.of(new TemplateFailure.TooLong(field, "has more than " + MOST + " tags and variables"));
            }
            int end = liquid.indexOf(tag.group().startsWith("{{") ? "}}" : "%}", tag.end());
            if ((end < 0 ? liquid.length() : end) - tag.end() > LONGEST) {
                return List.of(new TemplateFailure.TooLong(
                        field, "has a tag or variable of more than " + LONGEST + " characters"));
            }
            List<TemplateFailure> refused = enter(tag.group(1));
            if (!refused.isEmpty()) {
                return refused;
            }
            from = end < 0 ? liquid.length() : skipped(end);
        }
        return List.of();
    }

    /** Takes note of a tag by its name, which is null for a variable or a tag without one. */
    private List<TemplateFailure> enter(@Nullable String name) {
        if (name == null || name.startsWith("#") || WITHIN_BLOCKS.contains(name)) {
            return List.of();
        }
        if (BLOCKS.contains(name)) {
            open.push(name);
            return open.size() > DEEPEST
                    ? List.of(new TemplateFailure.TooLong(field, "nests tags more than " + DEEPEST + " deep"))
                    : List.of();
        }
        if (name.startsWith("end") && BLOCKS.contains(name.substring(3))) {
            open.poll();
            return List.of();
        }
        return List.of(new TemplateFailure.TagRefused(field, name));
    }

    /** Where to look on from: what stands between raw or comment and its end is no tag. */
    private int skipped(int end) {
        String block = open.peek();
        if (block == null || !(block.equals("raw") || block.equals("comment"))) {
            return end;
        }
        Matcher close = Pattern.compile("\\{%-?\\s*end" + block + "\\b").matcher(liquid);
        return close.find(end) ? close.start() : liquid.length();
    }
}
