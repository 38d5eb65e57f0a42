package io.clientele.campaign.template;

import io.clientele.edge.Refusal;

/** Why a template is not taken, or not rendered. Messages hold what the template says, never a customer's values. */
public sealed interface TemplateFailure extends Refusal {

    /** Not Liquid. */
    record Syntax(String field, String reason) implements TemplateFailure {
        @Override
        public String code() {
            return "TEMPLATE_SYNTAX";
        }

        @Override
        public String message() {
            return field + " is not a Liquid template: " + reason + ".";
        }
    }

    /** A variable that there never is. */
    record UnknownVariable(String field, String variable) implements TemplateFailure {
        @Override
        public String code() {
            return "UNKNOWN_VARIABLE";
        }

        @Override
        public String message() {
            return field + " names " + variable + ", which no message has.";
        }
    }

    /** A variable that this message has not. */
    record UnavailableVariable(String field, String variable, String needs) implements TemplateFailure {
        @Override
        public String code() {
            return "VARIABLE_UNAVAILABLE";
        }

        @Override
        public String message() {
            return field + " names " + variable + ", which only a message with " + needs + " has.";
        }
    }

    /** A group or a list of variables where one value is wanted, or an index that is no constant. */
    record VariableMisused(String field, String variable, String reason) implements TemplateFailure {
        @Override
        public String code() {
            return "VARIABLE_MISUSED";
        }

        @Override
        public String message() {
            return field + " names " + variable + ", which " + reason + ".";
        }
    }

    /** A tag of Liquid that messages may not use, or no tag of Liquid at all. */
    record TagRefused(String field, String tag) implements TemplateFailure {
        @Override
        public String code() {
            return "TEMPLATE_TAG_REFUSED";
        }

        @Override
        public String message() {
            return field + " has the tag " + tag + "; a message can have " + Tags.ALLOWED_IN_WORDS + ".";
        }
    }

    /** A filter of Liquid that messages may not use, or no filter of Liquid at all. */
    record FilterRefused(String field, String filter) implements TemplateFailure {
        @Override
        public String code() {
            return "TEMPLATE_FILTER_REFUSED";
        }

        @Override
        public String message() {
            return field + " has the filter " + filter + "; a message can have " + BoundedFilters.NAMES_IN_WORDS + ".";
        }
    }

    /** Loops in loops, long loops, or more work than a message may cost. */
    record Loops(String field, String reason) implements TemplateFailure {
        @Override
        public String code() {
            return "TEMPLATE_LOOPS";
        }

        @Override
        public String message() {
            return field + " " + reason + ".";
        }
    }

    /** More than a template may have. */
    record TooLong(String field, String reason) implements TemplateFailure {
        @Override
        public String code() {
            return "TEMPLATE_TOO_LONG";
        }

        @Override
        public String message() {
            return field + " " + reason + ".";
        }
    }

    /** It cannot be rendered with these values. */
    record Failed(String field, String reason) implements TemplateFailure {
        @Override
        public String code() {
            return "TEMPLATE_FAILED";
        }

        @Override
        public String message() {
            return field + " cannot be rendered: " + reason + ".";
        }
    }
}
