package io.clientele.campaign.summary;

import java.util.Map;

import io.clientele.campaign.definition.EventMatchInput;

/** That something happened, as a clause of either language. */
record EventClause(String english, String chinese) {

    /** The events that every shop sends. */
    private static final Map<String, EventClause> KNOWN = Map.ofEntries(
            Map.entry("Page Viewed", new EventClause("a page is viewed", "浏览页面")),
            Map.entry("Product Viewed", new EventClause("a product is viewed", "浏览商品")),
            Map.entry("Product Added", new EventClause("a product is added to the cart", "商品加入购物车")),
            Map.entry("Product Removed", new EventClause("a product is removed from the cart", "商品移出购物车")),
            Map.entry("Cart Viewed", new EventClause("the cart is viewed", "查看购物车")),
            Map.entry("Checkout Started", new EventClause("the checkout is started", "开始结算")),
            Map.entry("Payment Info Entered", new EventClause("payment details are entered", "填写支付信息")),
            Map.entry("Payment Failed", new EventClause("a payment fails", "支付失败")),
            Map.entry("Order Completed", new EventClause("an order is completed", "完成订单")),
            Map.entry("Order Cancelled", new EventClause("an order is cancelled", "取消订单")),
            Map.entry("Order Refunded", new EventClause("an order is refunded", "订单退款")),
            Map.entry("Signed Up", new EventClause("the customer signs up", "注册")),
            Map.entry("Signed In", new EventClause("the customer signs in", "登录")),
            Map.entry("Coupon Applied", new EventClause("a coupon is applied", "使用优惠券")));

    static EventClause of(EventMatchInput match) {
        String name = match.event();
        EventClause clause = KNOWN.getOrDefault(name, new EventClause("“" + name + "” happens", "发生“" + name + "”"));
        return match.where() == null
                ? clause
                : new EventClause(clause.english + " (if it meets a condition)", clause.chinese + "（须符合条件）");
    }
}
