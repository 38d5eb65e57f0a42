package io.clientele.gateway.testbed;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/** What a field's value may be so that every subgraph that has the field can answer it. */
sealed interface Shape {

    boolean nullable();

    /** The values that both allow. */
    Shape and(Shape other);

    record Scalar(boolean nullable, String name) implements Shape {

        @Override
        public Shape and(Shape other) {
            return new Scalar(nullable && other.nullable(), name);
        }
    }

    record Choice(boolean nullable, List<String> values) implements Shape {

        @Override
        public Shape and(Shape other) {
            List<String> both =
                    values.stream().filter(((Choice) other).values::contains).toList();
            return new Choice(nullable && other.nullable(), both);
        }
    }

    record Composite(boolean nullable, SequencedSet<String> types) implements Shape {

        @Override
        public Shape and(Shape other) {
            SequencedSet<String> both = new LinkedHashSet<>(types);
            both.retainAll(((Composite) other).types);
            return new Composite(nullable && other.nullable(), both);
        }
    }

    record Many(boolean nullable, Shape each) implements Shape {

        @Override
        public Shape and(Shape other) {
            return new Many(nullable && other.nullable(), each.and(((Many) other).each));
        }
    }
}
