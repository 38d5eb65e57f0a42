package io.clientele.campaign.template;

import org.jspecify.annotations.Nullable;

import liqp.TemplateContext;
import liqp.nodes.LNode;

/** Writes a value into a message: nothing where there is none, which is taken note of. */
record WrittenValue(LNode value, String variable, boolean escape) implements LNode {

    @Override
    public Object render(TemplateContext context) {
        @Nullable Object result = value.render(context);
        String text = result == null ? "" : text(result);
        if (text.isEmpty()) {
            Work.miss(context, variable);
        }
        Work.add(context, text.length());
        return escape ? escaped(text) : text;
    }

    private static String text(Object value) {
        if (value instanceof Object[] array) {
            StringBuilder all = new StringBuilder();
            for (Object element : array) {
                all.append(element);
            }
            return all.toString();
        }
        return value.toString();
    }

    private static String escaped(String text) {
        StringBuilder html = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(c);
            }
        }
        return html.toString();
    }
}
