package io.clientele.funnel.traffic;

import io.clientele.edge.Refusal;

/** Why traffic is not told. */
sealed interface TrafficFailure extends Refusal {

    record InvalidZone(String zone) implements TrafficFailure {
        @Override
        public String code() {
            return "INVALID_ZONE";
        }

        @Override
        public String field() {
            return "input.zone";
        }

        @Override
        public String message() {
            return "input.zone is not a time zone such as Asia/Shanghai or +08:00.";
        }
    }

    record TooManyBuckets(Interval interval) implements TrafficFailure {
        @Override
        public String code() {
            return "TOO_MANY_BUCKETS";
        }

        @Override
        public String field() {
            return "input.interval";
        }

        @Override
        public String message() {
            return "The range is longer than " + TrafficQuestion.MOST_BUCKETS + " times " + interval
                    + "; ask for a shorter range or a longer interval.";
        }
    }
}
