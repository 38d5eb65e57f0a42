package io.clientele.profile.segment;

import java.util.List;

import io.clientele.edge.Refusal;

/** Why a segment is not defined, listed, previewed or explained. */
sealed interface SegmentFailure extends Refusal {

    /** A segment that asks for itself, by way of others. */
    record Cycle(String field, List<String> segments) implements SegmentFailure {
        @Override
        public String code() {
            return "SEGMENT_CYCLE";
        }

        @Override
        public String message() {
            return field + " asks for the segment itself: " + String.join(" -> ", segments) + ".";
        }
    }

    /** No segment has this id. */
    record UnknownSegment(String field) implements SegmentFailure {
        @Override
        public String code() {
            return "UNKNOWN_SEGMENT";
        }

        @Override
        public String message() {
            return field + " names a segment that does not exist.";
        }
    }

    /** A segment stays of the kind it was defined as. */
    record KindChanged(String field) implements SegmentFailure {
        @Override
        public String code() {
            return "SEGMENT_KIND_CHANGED";
        }

        @Override
        public String message() {
            return field + " differs from the kind that the segment was defined with, which stays.";
        }
    }

    /** A condition where none belongs, or none where one does. */
    record ConditionMismatch(String field) implements SegmentFailure {
        @Override
        public String code() {
            return "INVALID_CONDITION";
        }

        @Override
        public String message() {
            return field + " is given with the kind CONDITION and with no other.";
        }
    }

    /** A list of members of a segment that has no list. */
    record NotManual(String field) implements SegmentFailure {
        @Override
        public String code() {
            return "SEGMENT_NOT_MANUAL";
        }

        @Override
        public String message() {
            return "The segment that " + field + " names has a condition, not a list.";
        }
    }

    /** More at once than is taken. */
    record TooMany(String field, int most) implements SegmentFailure {
        @Override
        public String code() {
            return "TOO_MANY_VALUES";
        }

        @Override
        public String message() {
            return field + " would be more than " + most + ".";
        }
    }

    /** More segments than are evaluated for every customer. */
    record TooManySegments(String field, int most) implements SegmentFailure {
        @Override
        public String code() {
            return "TOO_MANY_SEGMENTS";
        }

        @Override
        public String message() {
            return "There are " + most + " segments, and no more can be defined.";
        }
    }

    /** A sample of a size that is not given. */
    record InvalidSample(String field, int most) implements SegmentFailure {
        @Override
        public String code() {
            return "INVALID_LIMIT";
        }

        @Override
        public String message() {
            return field + " must be from 0 to " + most + ".";
        }
    }
}
