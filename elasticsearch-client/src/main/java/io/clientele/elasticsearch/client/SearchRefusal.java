package io.clientele.elasticsearch.client;

import io.clientele.edge.Refusal;

/** What a client is told while a question cannot be searched for. */
sealed interface SearchRefusal extends Refusal {

    /** What this failure is for a client; a search that is refused, a fault of ours, passes as it is. */
    static Throwable coded(ElasticsearchFailure failure) {
        return switch (failure) {
            case ElasticsearchFailure.Unavailable _ -> new Unavailable().exception();
            case ElasticsearchFailure.Overloaded _ -> new Overloaded().exception();
            case ElasticsearchFailure.Partial _ -> new Incomplete().exception();
            case ElasticsearchFailure.Refused refused ->
                refused.status() == 404 ? new Unavailable().exception() : refused;
        };
    }

    /** Elasticsearch or its index is not there, or not in time. */
    record Unavailable() implements SearchRefusal {
        @Override
        public String code() {
            return "SEARCH_UNAVAILABLE";
        }

        @Override
        public String message() {
            return "The search is not available now; try again later.";
        }
    }

    /** Elasticsearch has more work than it can take. */
    record Overloaded() implements SearchRefusal {
        @Override
        public String code() {
            return "SEARCH_OVERLOADED";
        }

        @Override
        public String message() {
            return "The search has more work than it can take now; try again later.";
        }
    }

    /** A part of what was asked could not be searched; the rest would be a smaller number than the truth. */
    record Incomplete() implements SearchRefusal {
        @Override
        public String code() {
            return "SEARCH_INCOMPLETE";
        }

        @Override
        public String message() {
            return "A part could not be searched; try again later.";
        }
    }
}
