package io.clientele.gateway.operation;

import java.util.List;

/** Writes selections for people to read: a line a field, what is asked below it further in. */
final class SelectionsText {

    private static final String STEP = "  ";

    private final StringBuilder text = new StringBuilder();

    private SelectionsText() {}

    static String of(Selections selections) {
        SelectionsText writing = new SelectionsText();
        writing.write(selections, "");
        return writing.text.toString();
    }

    private void write(Selections selections, String indent) {
        write(selections.common(), indent);
        selections.special().forEach(object -> {
            text.append(indent).append("if ").append(object.name()).append('\n');
            write(selections.only(object), indent + STEP);
        });
    }

    private void write(List<FieldSelection> fields, String indent) {
        for (FieldSelection field : fields) {
            boolean aliased = !field.responseKey().equals(field.field().name());
            text.append(indent)
                    .append(aliased ? field.responseKey() + ": " : "")
                    .append(field.field().name())
                    .append(field.arguments())
                    .append('\n');
            if (field.children() != null) {
                write(field.children(), indent + STEP);
            }
        }
    }
}
