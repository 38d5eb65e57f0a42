package io.clientele.funnel.funnel;

import io.clientele.edge.Refusal;

/** Why a funnel is not computed. */
sealed interface FunnelFailure extends Refusal {

    record InvalidWindow(String reason) implements FunnelFailure {
        @Override
        public String code() {
            return "INVALID_WINDOW";
        }

        @Override
        public String field() {
            return "input.window";
        }

        @Override
        public String message() {
            return "input.window " + reason + ".";
        }
    }

    record NoSteps() implements FunnelFailure {
        @Override
        public String code() {
            return "NO_STEPS";
        }

        @Override
        public String field() {
            return "input.steps";
        }

        @Override
        public String message() {
            return "A funnel needs at least one step.";
        }
    }

    record TooManySteps(int count) implements FunnelFailure {
        @Override
        public String code() {
            return "TOO_MANY_STEPS";
        }

        @Override
        public String field() {
            return "input.steps";
        }

        @Override
        public String message() {
            return "A funnel has at most " + FunnelQuestion.MOST_STEPS + " steps, not " + count + ".";
        }
    }

    /** A step without the name of an event. */
    record InvalidStep(int index) implements FunnelFailure {
        @Override
        public String code() {
            return "INVALID_STEP";
        }

        @Override
        public String field() {
            return "input.steps[" + index + "].event";
        }

        @Override
        public String message() {
            return field() + " must name an event.";
        }
    }
}
