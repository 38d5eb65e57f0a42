package io.clientele.command.demo;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class CardTextTest {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @Test
    void showsWhatIsKnownOfABuyer() throws JsonProcessingException {
        assertThat(CardText.lines(JSON.readTree("""
                {"customer": {"id": "customer-40",
                  "traits": "{\\"city\\":\\"Shenzhen\\",\\"city_tier\\":\\"tier-1\\"}",
                  "identity": {"nodes": ["customer-40"], "devices": [{"id": "device-40"}]},
                  "facts": {
                    "visits": {"visits": 77, "daysActive": 41, "dwellMs": 11529000,
                      "firstSeen": "2025-10-11T04:24:30.803Z", "lastSeen": "2025-12-26T05:22:45Z"},
                    "cart": {"pieces": 1, "value": {"amount": 451, "currency": "CNY"}, "ageDays": 9},
                    "orders": {"count": 18, "revenue": {"amount": 8506.3, "currency": "CNY"},
                      "last": "2025-12-20T00:00:00Z", "cycleDays": 4.0},
                    "preferences": {"categories": ["beauty", "imports"], "priceBand": "50-100", "channel": "app",
                      "device": "mobile", "os": "iOS", "activeHour": 5}},
                  "value": {"tier": "AT_RISK_HIGH_VALUE", "frequencyClass": "LOW", "spendingPower": "MIDDLE",
                    "rfm": {"recencyDays": 11, "frequency": 9, "monetary": {"amount": 4125.9, "currency": "CNY"},
                      "code": "545"}},
                  "lifecycle": {"stage": "LOYAL", "evidence": [{"fact": "repurchases", "value": 17},
                    {"fact": "mean_order_value", "value": 472.572222}]},
                  "churn": {"risk": "MEDIUM", "probability": 40, "valueAtRisk": {"amount": 1650.36, "currency": "CNY"},
                    "signals": [
                      {"kind": "CART_UNPAID", "since": "2025-12-15T01:00:00Z", "evidence": [
                        {"fact": "cart_products", "value": 1}, {"fact": "cart_value", "value": 451.00}]},
                      {"kind": "BROWSING_DOWN", "since": null, "evidence": [
                        {"fact": "previous_dwell_ms", "value": 7230000}, {"fact": "recent_dwell_ms", "value": 20000}]}]},
                  "tags": ["Guangdong · beauty · middle spend", "vip", "worth-winning-back"],
                  "segments": [{"id": "a", "name": "Heavy carters", "members": {"totalCount": 1234}},
                    {"id": "b", "name": "Others", "members": {"totalCount": 1}}]},
                 "explain": {"sentence": "customer-40 belongs to Heavy carters."}}""")))
                .containsExactly("""
                          Customer     customer-40
                          Traits       city Shenzhen, city tier tier-1
                          Known as     customer-40; on device-40
                          Visits       77 visits on 41 days, 3 h 12 min, 2025-10-11 to 2025-12-26
                                       mostly app, mobile, iOS; best reached at 05 h
                          Orders       18 orders for 8,506.30 CNY, the last on 2025-12-20, usually every 4 days
                          Cart         1 piece for 451.00 CNY, held for 9 days
                          Prefers      beauty, imports; prices of 50-100
                          Value tier   at risk high value, RFM 545
                                       last order 11 days ago; 9 orders for 4,125.90 CNY in a year; low frequency, middle spending
                          Lifecycle    loyal: repurchases 17, mean order value 472.57
                          Churn risk   medium, 40 %, 1,650.36 CNY at stake
                                       cart unpaid: cart products 1, cart value 451, since 2025-12-15
                                       browsing down: previous dwell 2 h 1 min, recent dwell 0 min
                          Tags         Guangdong · beauty · middle spend, vip, worth-winning-back
                          Segments     Heavy carters (1,234 customers)
                                       Others (1 customer)
                                       customer-40 belongs to Heavy carters.
                        """.lines().toArray(String[]::new));
    }

    @Test
    void saysOfAVisitorThatThereIsNothing() throws JsonProcessingException {
        assertThat(CardText.lines(JSON.readTree("""
                {"customer": {"id": "anon:device-1", "traits": "{}",
                  "identity": {"nodes": ["anon:device-1"], "devices": [{"id": "device-1"}]},
                  "facts": {
                    "visits": {"visits": 1, "daysActive": 1, "dwellMs": 0, "firstSeen": "2025-10-11T04:24:30Z",
                      "lastSeen": "2025-10-11T04:24:30Z"},
                    "cart": {"pieces": 0, "value": {"amount": 0, "currency": "CNY"}, "ageDays": null},
                    "orders": {"count": 0, "revenue": {"amount": 0, "currency": "CNY"}, "last": null, "cycleDays": null},
                    "preferences": {"categories": [], "priceBand": null, "channel": "app", "device": null, "os": null,
                      "activeHour": null}},
                  "value": {"tier": "NONE", "frequencyClass": "NONE", "spendingPower": "UNKNOWN",
                    "rfm": {"recencyDays": null, "frequency": 0, "monetary": {"amount": 0, "currency": "CNY"}, "code": null}},
                  "lifecycle": {"stage": "POTENTIAL", "evidence": []},
                  "churn": {"risk": "NONE", "probability": 0, "valueAtRisk": {"amount": 0, "currency": "CNY"}, "signals": []},
                  "tags": [], "segments": []}, "explain": null}""")))
                .containsExactly("""
                          Customer     anon:device-1
                          Traits       none
                          Known as     anon:device-1; on device-1
                          Visits       1 visit on 1 day, 0 min, 2025-10-11 to 2025-10-11
                                       mostly app
                          Orders       none
                          Cart         empty
                          Value tier   none
                          Lifecycle    potential
                          Churn risk   none, 0 %, 0.00 CNY at stake
                          Tags         none
                          Segments     none
                        """.lines().toArray(String[]::new));
    }

    @Test
    void showsTheLastEvents() throws JsonProcessingException {
        assertThat(JourneyText.lines(JSON.readTree("""
                [{"node": {"time": "2026-02-28T12:15:30Z", "type": "track", "event": "Order Completed", "page": {"path": null},
                   "products": [{"name": "Soap", "quantity": 2, "price": {"amount": 9.5, "currency": "CNY"}},
                     {"name": null, "quantity": null, "price": null}],
                   "order": {"revenue": {"amount": 1019, "currency": "CNY"}}, "failureReason": null}},
                 {"node": {"time": "2026-02-28T12:14:30Z", "type": "track", "event": "Payment Failed", "page": {"path": null},
                   "products": [], "order": {"revenue": null}, "failureReason": "insufficient_funds"}},
                 {"node": {"time": "2026-02-28T12:13:30Z", "type": "page", "event": null, "page": {"path": "/beauty"},
                   "products": [], "order": {"revenue": null}, "failureReason": null}}]""")))
                .containsExactly(
                        "  Last events (UTC)",
                        "    2026-02-28 12:15  Order Completed    2 × Soap at 9.50 CNY, something, in all 1,019.00 CNY",
                        "    2026-02-28 12:14  Payment Failed     because of insufficient funds",
                        "    2026-02-28 12:13  page               /beauty");
    }
}
