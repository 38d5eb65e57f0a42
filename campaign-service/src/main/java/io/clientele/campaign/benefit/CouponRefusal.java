package io.clientele.campaign.benefit;

import java.math.BigDecimal;

import io.clientele.edge.Refusal;

/** Why a code gives no discount. */
sealed interface CouponRefusal extends Refusal {

    /** No coupon of this customer and no benefit has the code: whether somebody else has it is not told. */
    record Unknown(String field) implements CouponRefusal {
        @Override
        public String code() {
            return "COUPON_UNKNOWN";
        }

        @Override
        public String message() {
            return field + " is no code that this customer can use.";
        }
    }

    /** Its time is over. */
    record Expired(String field) implements CouponRefusal {
        @Override
        public String code() {
            return "COUPON_EXPIRED";
        }

        @Override
        public String message() {
            return "The time of " + field + " is over.";
        }
    }

    /** It was used for another order. */
    record Used(String field) implements CouponRefusal {
        @Override
        public String code() {
            return "COUPON_USED";
        }

        @Override
        public String message() {
            return field + " was used for another order.";
        }
    }

    /** The goods cost too little. */
    record BelowThreshold(String field, BigDecimal missing, String currency) implements CouponRefusal {
        @Override
        public String code() {
            return "CART_BELOW_THRESHOLD";
        }

        @Override
        public String message() {
            return "The goods cost " + missing.toPlainString() + " " + currency + " too little for this code.";
        }
    }

    /** The cart is in another currency. */
    record CurrencyMismatch(String field, String currency) implements CouponRefusal {
        @Override
        public String code() {
            return "CURRENCY_MISMATCH";
        }

        @Override
        public String message() {
            return "The code is for carts in " + currency + ".";
        }
    }

    /** There is nothing that it takes off. */
    record NothingToDiscount(String field) implements CouponRefusal {
        @Override
        public String code() {
            return "NOTHING_TO_DISCOUNT";
        }

        @Override
        public String message() {
            return "Of this cart the code takes nothing off, so it is not used up.";
        }
    }

    /** As many used it as may. */
    record OutOfStock(String field) implements CouponRefusal {
        @Override
        public String code() {
            return "BENEFIT_OUT_OF_STOCK";
        }

        @Override
        public String message() {
            return "What " + field + " gives is used up.";
        }
    }

    /** The benefit's budget has not the room. */
    record OutOfBudget(String field) implements CouponRefusal {
        @Override
        public String code() {
            return "BENEFIT_OUT_OF_BUDGET";
        }

        @Override
        public String message() {
            return "What " + field + " gives is used up.";
        }
    }

    /** The customer used it as often as one may. */
    record CustomerLimit(String field) implements CouponRefusal {
        @Override
        public String code() {
            return "CUSTOMER_LIMIT_REACHED";
        }

        @Override
        public String message() {
            return "The customer has used " + field + " as often as one customer may.";
        }
    }

    /** Something else was redeemed for the order. */
    record OrderHasAnother(String field) implements CouponRefusal {
        @Override
        public String code() {
            return "ORDER_HAS_ANOTHER_COUPON";
        }

        @Override
        public String message() {
            return "Another code was redeemed for the order; one order takes one code.";
        }
    }

    /** It was redeemed for the order already, for another cart. */
    record OrderCartChanged(String field) implements CouponRefusal {
        @Override
        public String code() {
            return "ORDER_CART_CHANGED";
        }

        @Override
        public String message() {
            return "The code was redeemed for this order with another cart; an order is redeemed once.";
        }
    }

    /** The order's redemption was taken back. */
    record OrderReversed(String field) implements CouponRefusal {
        @Override
        public String code() {
            return "ORDER_REVERSED";
        }

        @Override
        public String message() {
            return "The order's redemption was reversed, and an order is redeemed once; use another order.";
        }
    }

    /** Nothing was redeemed for the order. */
    record OrderUnknown(String field) implements CouponRefusal {
        @Override
        public String code() {
            return "ORDER_NOT_REDEEMED";
        }

        @Override
        public String message() {
            return "Nothing was redeemed for the order.";
        }
    }
}
