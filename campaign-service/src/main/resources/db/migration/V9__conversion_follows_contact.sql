-- A conversion is of the customer that its contact is of now: contacts move when a visitor turns out to be a customer, and
-- whatever knows the order by its contact's customer finds it. The id that a conversion was stored under stays as it is.
CREATE INDEX conversion_of_contact ON conversion (contact_id);

CREATE OR REPLACE VIEW campaign_order AS
SELECT campaign_id, customer_id, order_id, first_message_id, contact_id, touch_id, touched_at, currency,
    revenue - coalesce(paid_back, 0) AS revenue_millionths
FROM (
    SELECT conversion.campaign_id, contact.customer_id, conversion.order_id,
        (array_agg(message_id ORDER BY at, message_id))[1] AS first_message_id,
        (array_agg(contact_id ORDER BY at, message_id))[1] AS contact_id,
        (array_agg(touch_id ORDER BY at, message_id))[1] AS touch_id,
        (array_agg(touched_at ORDER BY at, message_id))[1] AS touched_at,
        min(conversion.currency) AS currency,
        coalesce(sum(revenue_millionths), 0) AS revenue
    FROM conversion JOIN contact ON contact.id = conversion.contact_id
    GROUP BY conversion.campaign_id, contact.customer_id, conversion.order_id,
        CASE WHEN conversion.order_id IS NULL THEN message_id END
) AS placed
LEFT JOIN LATERAL (
    SELECT bool_or(amount_millionths IS NULL) AS whole, sum(amount_millionths) AS paid_back
    FROM order_reversal
    WHERE order_reversal.customer_id = placed.customer_id AND order_reversal.order_id = placed.order_id
) AS reversal ON true
WHERE NOT coalesce(whole OR (paid_back > 0 AND paid_back >= revenue), false);
