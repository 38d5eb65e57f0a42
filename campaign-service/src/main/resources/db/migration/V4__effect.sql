-- Goal events of customers with an exposure: a contact that was sent, or whose customer is in the control group or held out.
CREATE TABLE conversion (
    campaign_id text NOT NULL REFERENCES campaign,
    -- However often and in whatever order events come, each is one row.
    message_id text NOT NULL,
    -- As the exposure knows the customer.
    customer_id text NOT NULL,
    order_id text,
    at timestamptz NOT NULL,
    revenue_millionths bigint,
    currency text,
    -- The last exposure before the event, and of those that were sent the last, which the event may be attributed to.
    contact_id text NOT NULL REFERENCES contact,
    touch_id text REFERENCES contact,
    touched_at timestamptz,
    PRIMARY KEY (campaign_id, message_id),
    CHECK ((touch_id IS NULL) = (touched_at IS NULL)),
    CHECK (revenue_millionths IS NULL OR currency IS NOT NULL)
);

CREATE INDEX conversion_of_message ON conversion (message_id);
CREATE INDEX conversion_of_customer ON conversion (customer_id);

-- Orders that were cancelled or paid back, by each id of the customer that an exposure knows: whichever comes first, the
-- conversion or this, they meet when results are read.
CREATE TABLE order_reversal (
    customer_id text NOT NULL,
    order_id text NOT NULL,
    message_id text NOT NULL,
    at timestamptz NOT NULL,
    -- What was paid back; null if all of it.
    amount_millionths bigint,
    currency text,
    PRIMARY KEY (customer_id, order_id, message_id),
    CHECK (amount_millionths IS NULL OR currency IS NOT NULL)
);

-- Orders, and events that are of no order, that count: what was not taken back, with the revenue that was left. An order has
-- one currency. Its first event decides what it is attributed to.
CREATE VIEW campaign_order AS
SELECT campaign_id, customer_id, order_id, first_message_id, contact_id, touch_id, touched_at, currency,
    revenue - coalesce(paid_back, 0) AS revenue_millionths
FROM (
    SELECT campaign_id, customer_id, order_id,
        (array_agg(message_id ORDER BY at, message_id))[1] AS first_message_id,
        (array_agg(contact_id ORDER BY at, message_id))[1] AS contact_id,
        (array_agg(touch_id ORDER BY at, message_id))[1] AS touch_id,
        (array_agg(touched_at ORDER BY at, message_id))[1] AS touched_at,
        min(currency) AS currency,
        coalesce(sum(revenue_millionths), 0) AS revenue
    FROM conversion
    GROUP BY campaign_id, customer_id, order_id, CASE WHEN order_id IS NULL THEN message_id END
) AS placed
LEFT JOIN LATERAL (
    SELECT bool_or(amount_millionths IS NULL) AS whole, sum(amount_millionths) AS paid_back
    FROM order_reversal
    WHERE order_reversal.customer_id = placed.customer_id AND order_reversal.order_id = placed.order_id
) AS reversal ON true
WHERE NOT coalesce(whole OR (paid_back > 0 AND paid_back >= revenue), false);

-- What results are read from, without the messages' texts.
CREATE INDEX contact_effect ON contact (campaign_id, customer_id, decided_at)
    INCLUDE (decision, reason, variant, cost_millionths, currency) WHERE NOT test;

-- Erasures name customers by this.
CREATE FUNCTION customer_hash(customer_id text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN encode(sha256(convert_to(customer_id, 'UTF8')), 'hex');

CREATE INDEX contact_of_hash ON contact USING hash (customer_hash(customer_id));
