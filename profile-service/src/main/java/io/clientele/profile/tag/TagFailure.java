package io.clientele.profile.tag;

import io.clientele.edge.Refusal;

/** Why a tag is not defined, added or removed. */
sealed interface TagFailure extends Refusal {

    /** No tag has this id. */
    record UnknownTag(String field) implements TagFailure {
        @Override
        public String code() {
            return "UNKNOWN_TAG";
        }

        @Override
        public String message() {
            return "No tag has the id that " + field + " names.";
        }
    }

    /** A tag that customers come to by a rule. */
    record NotManual(String field) implements TagFailure {
        @Override
        public String code() {
            return "TAG_NOT_MANUAL";
        }

        @Override
        public String message() {
            return "The tag that " + field + " names is computed, not added or removed by hand.";
        }
    }

    /** A tag stays of the kind it was defined as. */
    record KindChanged(String field) implements TagFailure {
        @Override
        public String code() {
            return "TAG_KIND_CHANGED";
        }

        @Override
        public String message() {
            return field + " differs from the kind that the tag was defined with, which stays.";
        }
    }

    /** A condition where none belongs, or none where one does. */
    record ConditionMismatch(String field) implements TagFailure {
        @Override
        public String code() {
            return "INVALID_CONDITION";
        }

        @Override
        public String message() {
            return field + " is given with the kind RULE and with no other.";
        }
    }

    /** A rule that asks for what is computed after it. */
    record RuleOnComputed(String field, String reason) implements TagFailure {
        @Override
        public String code() {
            return "TAG_RULE_ON_COMPUTED";
        }

        @Override
        public String message() {
            return field + " " + reason + ", which is computed after it; use a segment for that.";
        }
    }

    /** More tags than are evaluated. */
    record TooManyTags(String field, int most) implements TagFailure {
        @Override
        public String code() {
            return "TOO_MANY_TAGS";
        }

        @Override
        public String message() {
            return "There are " + most + " tags, and no more can be defined.";
        }
    }
}
