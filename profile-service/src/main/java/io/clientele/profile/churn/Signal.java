package io.clientele.profile.churn;

import java.time.Instant;

/** A signal that a customer is leaving, with its evidence. Amounts are millionths of the main currency. */
public sealed interface Signal {

    SignalKind kind();

    /**
     * See {@link SignalKind#SILENT}.
     *
     * @param last the last login, or the last visit
     * @param login which of both
     * @param days business days since
     */
    record Silent(Instant last, boolean login, long days) implements Signal {
        @Override
        public SignalKind kind() {
            return SignalKind.SILENT;
        }
    }

    /**
     * See {@link SignalKind#BROWSING_DOWN}.
     *
     * @param before milliseconds of dwell in the days before the last
     * @param recent in as many last days
     */
    record BrowsingDown(long before, long recent) implements Signal {
        @Override
        public SignalKind kind() {
            return SignalKind.BROWSING_DOWN;
        }
    }

    /**
     * See {@link SignalKind#CART_UNPAID}.
     *
     * @param since when the product held longest was put in
     * @param products different products held
     * @param value what they cost
     */
    record CartUnpaid(Instant since, long products, long value) implements Signal {
        @Override
        public SignalKind kind() {
            return SignalKind.CART_UNPAID;
        }
    }

    /**
     * See {@link SignalKind#INTERVAL_STRETCHED}.
     *
     * @param last the last order
     * @param days business days since
     * @param cycleDays the customer's own cycle
     */
    record IntervalStretched(Instant last, long days, double cycleDays) implements Signal {
        @Override
        public SignalKind kind() {
            return SignalKind.INTERVAL_STRETCHED;
        }
    }

    /**
     * See {@link SignalKind#ORDER_VALUE_DOWN}.
     *
     * @param before mean order value before the last days
     * @param recent of the last days
     */
    record OrderValueDown(long before, long recent) implements Signal {
        @Override
        public SignalKind kind() {
            return SignalKind.ORDER_VALUE_DOWN;
        }
    }
}
