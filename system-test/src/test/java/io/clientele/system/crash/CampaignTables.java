package io.clientele.system.crash;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/** Reads campaign-service's tables past the service. */
record CampaignTables(Tables tables) {

    /** A contact, by the words of {@link Foretold}. */
    record Contact(
            String id,
            String campaign,
            String customer,
            String cause,
            String decision,
            @Nullable String coupon) {

        boolean sent() {
            return decision.startsWith("SENT");
        }
    }

    /** A coupon that somebody has, used or not. */
    record Coupon(String id, String customer, String code) {}

    /** What a benefit counts, in coupons, in millionths, and in redemptions. */
    record Tally(String benefit, long taken, long issued, long reserved, long spent, long redeemed) {}

    /** What a campaign counts as spent in all, by days, and what its contacts cost with their coupons at most, in millionths. */
    record Spending(String campaign, long total, long days, long contacts) {}

    List<Contact> contacts() {
        return tables.select(
                """
                SELECT contact.id, contact.campaign_id, contact.customer_id, enrolment.cause,
                    concat_ws(' ', decision, reason, variant), coupon_id
                FROM contact JOIN enrolment ON enrolment.id = contact.enrolment_id""",
                row -> new Contact(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)));
    }

    /** The contacts as their documents tell them: id, decision, reason, status and state of the coupon. */
    List<String> documents() {
        return tables.select("""
                SELECT format('%s %s %s %s %s', contact.id, lower(decision), lower(reason), lower(status), lower(coupon.state))
                FROM contact LEFT JOIN coupon ON coupon.id = coupon_id""", row -> row.getString(1));
    }

    long count() {
        return tables.count("SELECT count(*) FROM contact");
    }

    /** The order that a coupon is used for, if it is. */
    static String order(String coupon) {
        return "order-of-" + coupon;
    }

    /** Every coupon, the oldest first. */
    List<Coupon> coupons() {
        return tables.select(
                "SELECT id, customer_id, code FROM coupon ORDER BY issued_at, id",
                row -> new Coupon(row.getString(1), row.getString(2), row.getString(3)));
    }

    /** The benefits' own tallies. */
    List<Tally> tallies() {
        return tally(
                "SELECT id, taken, issued, reserved_millionths, spent_millionths, redeemed FROM benefit ORDER BY id");
    }

    /** The same, counted in coupons and redemptions. */
    List<Tally> counted() {
        return tally("""
                SELECT benefit.id,
                    (SELECT count(*) FROM coupon WHERE benefit_id = benefit.id AND state <> 'EXPIRED'),
                    (SELECT count(*) FROM coupon WHERE benefit_id = benefit.id),
                    (SELECT coalesce(sum(held_millionths), 0) FROM coupon WHERE benefit_id = benefit.id),
                    (SELECT coalesce(sum(discount_millionths), 0) FROM redemption WHERE benefit_id = benefit.id),
                    (SELECT count(*) FROM redemption WHERE benefit_id = benefit.id)
                FROM benefit ORDER BY id""");
    }

    private List<Tally> tally(String query) {
        return tables.select(
                query,
                row -> new Tally(
                        row.getString(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6)));
    }

    /** What was redeemed, as the coupon's id if that tells of it, and the order. */
    List<String> redemptions() {
        return tables.select("""
                SELECT concat(coupon.id, ' ', order_id) FROM redemption LEFT JOIN coupon ON coupon_id = coupon.id
                    AND state = 'REDEEMED' AND redemption.customer_id = coupon.customer_id""", row -> row.getString(1));
    }

    /** Coupons that are not exactly one of a customer's contact that was sent. */
    List<String> strayCoupons() {
        return tables.select("""
                SELECT coupon.id FROM coupon LEFT JOIN contact ON contact.coupon_id = coupon.id
                    AND contact.id = coupon.contact_id AND contact.customer_id = coupon.customer_id AND decision = 'SENT'
                GROUP BY coupon.id HAVING count(contact.id) <> 1""", row -> row.getString(1));
    }

    List<Spending> spending() {
        return tables.select(
                """
                SELECT campaign_id, sum(millionths) FILTER (WHERE day = '0001-01-01'),
                    coalesce(sum(millionths) FILTER (WHERE day <> '0001-01-01'), 0),
                    (SELECT coalesce(sum(cost_millionths), 0) + count(coupon_id) * %d
                        FROM contact WHERE contact.campaign_id = campaign_spending.campaign_id)
                FROM campaign_spending GROUP BY campaign_id ORDER BY campaign_id""".formatted(TenCampaigns.OFF * TenCampaigns.MILLIONTHS),
                row -> new Spending(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4)));
    }

    /** How far the feed is read. */
    Map<Integer, Long> positions() {
        return Outcome.positions(tables.cursors());
    }

    /** What is still to be done, by what it is; nothing that is zero. */
    Map<String, Long> unfinished() {
        Map<String, Long> unfinished = new TreeMap<>();
        unfinished.put("waiting", tables.count("SELECT count(*) FROM enrolment WHERE NOT decided"));
        unfinished.put("not yet silent", tables.count("SELECT count(*) FROM activity"));
        unfinished.put("to be delivered", tables.count("SELECT count(*) FROM delivery WHERE state <> 'SENT'"));
        unfinished.put("to be indexed", tables.count("SELECT count(*) FROM contact_outbox"));
        unfinished.put("not indexed", tables.count("SELECT count(*) FROM contact_refused"));
        unfinished.put("set aside", tables.count("SELECT count(*) FROM feed_poison"));
        unfinished.values().removeIf(count -> count == 0);
        return unfinished;
    }
}
