package io.clientele.profile.facts;

import java.util.Set;

/** The events of Segment's e-commerce spec that facts are made of. */
final class EventNames {

    static final String PRODUCT_VIEWED = "Product Viewed";
    static final String PRODUCT_ADDED = "Product Added";
    static final String PRODUCT_REMOVED = "Product Removed";
    static final String ORDER_COMPLETED = "Order Completed";
    static final String ORDER_UPDATED = "Order Updated";
    static final String ORDER_REFUNDED = "Order Refunded";
    static final String ORDER_CANCELLED = "Order Cancelled";

    /** What the shop rather than the customer does: without a session it is no visit. */
    static final Set<String> SHOPS_OWN = Set.of(
            ORDER_UPDATED,
            ORDER_REFUNDED,
            ORDER_CANCELLED,
            "Order Shipped",
            "Order Delivered",
            "Email Delivered",
            "Email Bounced",
            "Push Notification Received",
            "Support Ticket Answered");

    /** Whose product tells what the customer likes. */
    static final Set<String> SHOW_INTEREST = Set.of(PRODUCT_VIEWED, PRODUCT_ADDED);

    /** Counted even where a customer has events of more names than are counted. */
    static final Set<String> KEPT_FIRST = Set.of(
            PRODUCT_VIEWED,
            PRODUCT_ADDED,
            PRODUCT_REMOVED,
            ORDER_COMPLETED,
            ORDER_UPDATED,
            ORDER_REFUNDED,
            ORDER_CANCELLED,
            "Page Viewed",
            "Screen Viewed",
            "Application Opened",
            "Signed In",
            "Signed Up",
            "Login",
            "Product List Viewed",
            "Product Clicked",
            "Products Searched",
            "Product Shared",
            "Product Reviewed",
            "Product Added to Wishlist",
            "Cart Viewed",
            "Checkout Started",
            "Payment Info Entered",
            "Payment Failed",
            "Coupon Entered",
            "Coupon Applied",
            "Promotion Viewed",
            "Promotion Clicked",
            "Support Ticket Opened");

    private EventNames() {}
}
