-- Erasures name customers by their hash.
CREATE INDEX enrolment_of_hash ON enrolment USING hash (customer_hash(customer_id));
CREATE INDEX halt_of_hash ON halt USING hash (customer_hash(customer_id));
CREATE INDEX activity_of_hash ON activity USING hash (customer_hash(customer_id));
CREATE INDEX entry_of_hash ON entry USING hash (customer_hash(customer_id));
CREATE INDEX recipient_of_hash ON recipient USING hash (customer_hash(customer_id));
CREATE INDEX coupon_of_hash ON coupon USING hash (customer_hash(customer_id));
CREATE INDEX redemption_of_hash ON redemption USING hash (customer_hash(customer_id));
CREATE INDEX consent_of_hash ON consent USING hash (customer_hash(customer_id));
CREATE INDEX consent_change_of_hash ON consent_change USING hash (customer_hash(customer_id));
CREATE INDEX suppression_of_hash ON suppression USING hash (customer_hash(customer_id)) WHERE customer_id IS NOT NULL;
