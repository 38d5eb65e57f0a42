package io.clientele.campaign.benefit;

import io.clientele.edge.Refusal;

/** Why a benefit is not defined. */
sealed interface BenefitFailure extends Refusal {

    /** Another benefit has the id that a new one is to get. */
    record BenefitExists(String field) implements BenefitFailure {
        @Override
        public String code() {
            return "BENEFIT_EXISTS";
        }

        @Override
        public String message() {
            return "A benefit has the id that " + field + " gives; a new one needs another.";
        }
    }

    /** Steps that fall, or overlap. */
    record StepsNotRising(String field) implements BenefitFailure {
        @Override
        public String code() {
            return "STEPS_NOT_RISING";
        }

        @Override
        public String message() {
            return field + " must be of a higher spending than the step before, and take more off.";
        }
    }

    /** A budget that nothing bounds the use of. */
    record MaxDiscountNeeded(String field) implements BenefitFailure {
        @Override
        public String code() {
            return "MAX_DISCOUNT_NEEDED";
        }

        @Override
        public String message() {
            return field + " is needed with a budget, so that what a coupon can cost is known when it is issued.";
        }
    }

    /** Less stock than is in use. */
    record StockBelowTaken(String field, int taken) implements BenefitFailure {
        @Override
        public String code() {
            return "STOCK_BELOW_TAKEN";
        }

        @Override
        public String message() {
            return field + " is below the " + taken + " that are in customers' hands or redeemed.";
        }
    }

    /** A smaller budget than is in use. */
    record BudgetBelowCommitted(String field) implements BenefitFailure {
        @Override
        public String code() {
            return "BUDGET_BELOW_COMMITTED";
        }

        @Override
        public String message() {
            return field + " is below what was spent and is reserved for coupons in customers' hands.";
        }
    }

    /** Another currency than before. */
    record CurrencyChanged(String field) implements BenefitFailure {
        @Override
        public String code() {
            return "BENEFIT_CURRENCY_CHANGED";
        }

        @Override
        public String message() {
            return field + " differs from the currency that the benefit was defined with, which stays.";
        }
    }

    /** A code that another benefit has. */
    record CodeTaken(String field) implements BenefitFailure {
        @Override
        public String code() {
            return "CODE_TAKEN";
        }

        @Override
        public String message() {
            return field + " is the code of another benefit, or reads like it.";
        }
    }

    /** More benefits than are kept. */
    record TooManyBenefits(String field, int most) implements BenefitFailure {
        @Override
        public String code() {
            return "TOO_MANY_BENEFITS";
        }

        @Override
        public String message() {
            return "There are " + most + " benefits, and no more can be defined.";
        }
    }
}
