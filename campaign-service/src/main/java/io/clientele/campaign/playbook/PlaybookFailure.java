package io.clientele.campaign.playbook;

import io.clientele.edge.Refusal;

/** Why no campaign is made of a playbook. */
sealed interface PlaybookFailure extends Refusal {

    /** There is no such playbook. */
    record UnknownPlaybook(String field) implements PlaybookFailure {
        @Override
        public String code() {
            return "UNKNOWN_PLAYBOOK";
        }

        @Override
        public String message() {
            return "No playbook has the id that " + field + " names.";
        }
    }

    /** The playbook has no such parameter. */
    record UnknownParameter(String field) implements PlaybookFailure {
        @Override
        public String code() {
            return "UNKNOWN_PARAMETER";
        }

        @Override
        public String message() {
            return "The playbook has no parameter of the name that " + field + " gives.";
        }
    }

    /** A value that is not of the parameter's kind. */
    record InvalidParameter(String field, ParameterKind kind) implements PlaybookFailure {
        @Override
        public String code() {
            return "INVALID_VALUE";
        }

        @Override
        public String message() {
            return field + " is not of the kind " + kind + ".";
        }
    }

    /** The playbook is for a segment, and none is given. */
    record SegmentRequired(String field) implements PlaybookFailure {
        @Override
        public String code() {
            return "AUDIENCE_REQUIRED";
        }

        @Override
        public String message() {
            return "The playbook is for the members of a segment, which " + field + " must name.";
        }
    }
}
