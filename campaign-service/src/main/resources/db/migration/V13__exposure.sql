-- What a contact counts as when results are compared; null of one that counts nowhere. Whoever was drawn for a variant is
-- treated, though the coupon was out of stock or the message could not be written: of the control group nobody knows to whom
-- that would have happened.
CREATE FUNCTION exposure(decision text, variant text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN decision <> 'SUPPRESSED' THEN decision WHEN variant IS NOT NULL THEN 'SENT' END;

CREATE OR REPLACE FUNCTION order_reversal_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO contact_outbox (contact_id)
    SELECT id FROM contact
    WHERE customer_id IN (SELECT customer_id FROM changed) AND NOT test AND exposure(decision, variant) IS NOT NULL;
    RETURN NULL;
END $$;
