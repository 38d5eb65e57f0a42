package io.clientele.gateway.resolution;

import java.util.stream.Collectors;

import io.clientele.gateway.operation.FieldSelection;

/** Writes resolutions for people to read: the fields answered at a place, and below each move what it brings. */
final class ResolutionText {

    private static final String STEP = "  ";

    private final StringBuilder text = new StringBuilder();

    private ResolutionText() {}

    static String of(ObjectResolution resolution) {
        ResolutionText writing = new ResolutionText();
        writing.write(resolution, "");
        return writing.text.toString();
    }

    private void write(ObjectResolution resolution, String indent) {
        for (LocalField local : resolution.local()) {
            text.append(indent).append(local.field().responseKey()).append('\n');
            if (local.children() != null) {
                write(local.children(), indent + STEP);
            }
        }
        resolution.hops().forEach(hop -> write(hop, indent));
    }

    private void write(Resolution resolution, String indent) {
        resolution.byObject().forEach((object, fields) -> {
            boolean several = object != resolution.type();
            if (several) {
                text.append(indent).append("if ").append(object.name()).append('\n');
            }
            write(fields, several ? indent + STEP : indent);
        });
    }

    private void write(Hop hop, String indent) {
        text.append(indent).append("-> ").append(hop.target().name());
        if (!hop.representation().isEmpty()) {
            text.append(" as ")
                    .append(hop.entity().name())
                    .append(hop.representation().stream()
                            .map(FieldSelection::responseKey)
                            .collect(Collectors.joining(", ", " by {", "}")));
        }
        text.append('\n');
        if (!hop.inputs().hops().isEmpty()) {
            text.append(indent).append(STEP).append("first\n");
            write(hop.inputs(), indent + STEP + STEP);
        }
        write(hop.answer(), indent + STEP);
    }
}
