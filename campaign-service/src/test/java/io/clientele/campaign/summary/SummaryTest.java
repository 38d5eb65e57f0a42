package io.clientele.campaign.summary;

import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.campaign.definition.CampaignInput;
import io.clientele.campaign.definition.CampaignInputs;
import io.clientele.campaign.definition.SummaryLanguage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class SummaryTest {

    private static final Map<String, String> NAMES = Map.of("carters", "Heavy carters", "staff", "Our own people");

    static Stream<Arguments> campaigns() {
        return Stream.of(
                told(
                        "30 minutes after a product is added to the cart, unless an order is completed meanwhile, the customer gets a message in the shop's inbox.",
                        "商品加入购物车 30 分钟后，若其间没有完成订单，向该客户发送店内消息。",
                        json -> json),
                told(
                        "As soon as a product is added to the cart, the customer gets a message in the shop's inbox.",
                        "商品加入购物车时，向该客户发送店内消息。",
                        json -> without(json, "delay", "until")),
                told(
                        "As soon as a customer enters “Heavy carters”, customers in “Heavy carters” but not in “Our own people” get an e-mail with a coupon.",
                        "客户进入人群“Heavy carters”时，向人群“Heavy carters”中的客户（不含人群“Our own people”）发送带优惠券的邮件。",
                        json -> {
                            without(json, "delay", "until", "trigger")
                                    .putObject("trigger")
                                    .put("segmentEntered", "carters");
                            json.putObject("audience")
                                    .put("segment", "carters")
                                    .putArray("except")
                                    .add("staff");
                            variant(json, "EMAIL").put("benefit", "b");
                            return json;
                        }),
                told(
                        "1 day after a customer leaves “gone”, customers who meet its condition get a pop-up in the shop.",
                        "客户离开人群“gone” 1 天后，向符合活动条件的客户发送店内弹窗。",
                        json -> {
                            without(json, "until", "trigger").put("delay", "P1D");
                            json.putObject("trigger").put("segmentLeft", "gone");
                            json.putObject("audience").putObject("condition").put("segment", "other");
                            variant(json, "POPUP");
                            return json;
                        }),
                told(
                        "45 days after an order is completed (if it meets a condition) for the last time and 90 minutes more, the customer gets a message by webhook.",
                        "最后一次完成订单（须符合条件） 45 天后再过 90 分钟，向该客户发送经 Webhook 推送的消息。",
                        json -> {
                            without(json, "until", "trigger").put("delay", "PT90M");
                            ObjectNode silence = json.putObject("trigger").putObject("inactivity");
                            silence.put("lasting", "P45D")
                                    .putObject("after")
                                    .put("event", "Order Completed")
                                    .putObject("where")
                                    .put("segment", "x");
                            variant(json, "WEBHOOK");
                            return json;
                        }),
                told(
                        "At its launch, every customer gets a message in the shop's inbox, at the hour when they are usually active.",
                        "启动时，向所有客户在其活跃时段发送店内消息。",
                        json -> {
                            without(json, "until", "delay", "trigger").put("timing", "BEST_TIME");
                            json.putObject("trigger").putObject("schedule").put("every", "ONCE");
                            return json;
                        }),
                told(
                        "On 1 December 2026 at 20:00 where the customer is, every customer gets a message in the shop's inbox.",
                        "2026年12月1日 20:00（客户当地时间），向所有客户发送店内消息。",
                        json -> schedule(json, "ONCE", "CUSTOMER")),
                told(
                        "Every week from 1 December 2026 on, at 20:00 in the shop, every customer gets a message in the shop's inbox.",
                        "自2026年12月1日起每周 20:00（店铺时间），向所有客户发送店内消息。",
                        json -> schedule(json, "WEEKLY", "SHOP")),
                told(
                        "As soon as “Wish Made” happens, the customer gets a message in the shop's inbox.",
                        "发生“Wish Made”时，向该客户发送店内消息。",
                        json -> {
                            without(json, "until", "delay", "trigger")
                                    .putObject("trigger")
                                    .putObject("event")
                                    .put("event", "Wish Made");
                            return json;
                        }));
    }

    @ParameterizedTest
    @MethodSource("campaigns")
    void saysItAsPersonWould(String english, String chinese, CampaignInput input) {
        assertThat(Summary.of(input, SummaryLanguage.EN, NAMES)).isEqualTo(english);
        assertThat(Summary.of(input, SummaryLanguage.ZH, NAMES)).isEqualTo(chinese);
    }

    @Test
    void namesTheSegmentsThatItNeedsNamesOf() {
        CampaignInput input = CampaignInputs.with("c", json -> {
            json.putObject("trigger").put("segmentLeft", "gone");
            json.putObject("audience")
                    .put("segment", "carters")
                    .putArray("except")
                    .add("staff");
            return json;
        });

        assertThat(Summary.segments(input)).containsExactly("gone", "carters", "staff");
        assertThat(Summary.segments(CampaignInputs.sound("c"))).isEmpty();
    }

    private static Arguments told(String english, String chinese, UnaryOperator<ObjectNode> change) {
        return arguments(english, chinese, CampaignInputs.with("c", change));
    }

    private static ObjectNode without(ObjectNode json, String... fields) {
        for (String field : fields) {
            json.remove(field);
        }
        return json;
    }

    private static ObjectNode schedule(ObjectNode json, String every, String zone) {
        without(json, "until", "delay")
                .putObject("trigger")
                .set(
                        "schedule",
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("at", "2026-12-01T20:00")
                                .put("every", every)
                                .put("zone", zone));
        return json;
    }

    private static ObjectNode variant(ObjectNode json, String channel) {
        return ((ObjectNode) json.at("/variants/0")).put("channel", channel);
    }
}
