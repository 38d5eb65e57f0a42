package io.clientele.campaign.definition;

import io.clientele.edge.Refusal;

/** Why a change of a campaign is refused as a whole. */
public sealed interface CampaignFailure extends Refusal {

    /** One of the problems for which a campaign is refused; not the problem itself, which clients see as data, too. */
    record Unsound(String code, String field, String message) implements CampaignFailure {

        static Unsound of(CampaignProblem problem) {
            return new Unsound(problem.code(), problem.field(), problem.message());
        }
    }

    /** No campaign has this id. */
    record UnknownCampaign(String field) implements CampaignFailure {
        @Override
        public String code() {
            return "UNKNOWN_CAMPAIGN";
        }

        @Override
        public String message() {
            return "No campaign has the id that " + field + " names.";
        }
    }

    /** Another campaign has the id that a new one is to get. */
    record CampaignExists(String field) implements CampaignFailure {
        @Override
        public String code() {
            return "CAMPAIGN_EXISTS";
        }

        @Override
        public String message() {
            return "A campaign has the id that " + field + " gives; a new one needs another.";
        }
    }

    /** It is over, for good. */
    record CampaignEnded(String field) implements CampaignFailure {
        @Override
        public String code() {
            return "CAMPAIGN_ENDED";
        }

        @Override
        public String message() {
            return "The campaign is over; make a new one of it.";
        }
    }

    /** It was never launched, so that there is nothing to pause. */
    record NotLaunched(String field) implements CampaignFailure {
        @Override
        public String code() {
            return "CAMPAIGN_NOT_LAUNCHED";
        }

        @Override
        public String message() {
            return "The campaign was not launched yet.";
        }
    }
}
