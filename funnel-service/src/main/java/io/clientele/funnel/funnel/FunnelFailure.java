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

    /** A step that customers cannot be listed of. */
    record StepOutOfRange(int last) implements FunnelFailure {
        @Override
        public String code() {
            return "STEP_OUT_OF_RANGE";
        }

        @Override
        public String field() {
            return "step";
        }

        @Override
        public String message() {
            return last == 0
                    ? "A funnel of one step has no step to drop at."
                    : "step must be from 1 to " + last + " here: who reached the last step has nowhere to drop.";
        }
    }

    /** Customers are listed of the whole funnel. */
    record BreakdownNotListed() implements FunnelFailure {
        @Override
        public String code() {
            return "BREAKDOWN_NOT_LISTED";
        }

        @Override
        public String field() {
            return "input.breakdown";
        }

        @Override
        public String message() {
            return "Customers are listed of a whole funnel; ask for one value's by a condition of each step.";
        }
    }
}
