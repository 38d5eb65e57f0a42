-- Contacts whose document in the index has to be written. Only appended to, by triggers, so that no writer can forget it.
CREATE TABLE contact_outbox (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    contact_id text NOT NULL
);

-- The indices of contacts: one is live, another may be filling.
CREATE TABLE contacts_index (
    generation bigint PRIMARY KEY,
    state text NOT NULL CHECK (state IN ('LIVE', 'FILLING', 'RETIRED')),
    filled_to text NOT NULL DEFAULT '',
    filled bigint NOT NULL DEFAULT 0,
    started_at timestamptz NOT NULL DEFAULT now()
);

CREATE UNIQUE INDEX contacts_index_one_live ON contacts_index (state) WHERE state = 'LIVE';
CREATE UNIQUE INDEX contacts_index_one_filling ON contacts_index (state) WHERE state = 'FILLING';

-- Contacts whose document Elasticsearch refused for ever, with its reason; gone with the next that it takes.
CREATE TABLE contact_refused (
    contact_id text PRIMARY KEY,
    reason text NOT NULL,
    refused_at timestamptz NOT NULL DEFAULT now()
);

-- Versions of documents. Drawn before the contacts are read, so that what was read later has the higher one, whoever writes it.
CREATE SEQUENCE contact_document_version;

CREATE FUNCTION contact_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO contact_outbox (contact_id) SELECT id FROM changed WHERE NOT test;
    RETURN NULL;
END $$;

CREATE TRIGGER contact_inserted AFTER INSERT ON contact
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION contact_changed();
CREATE TRIGGER contact_updated AFTER UPDATE ON contact
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION contact_changed();
CREATE TRIGGER contact_deleted AFTER DELETE ON contact
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION contact_changed();

CREATE FUNCTION conversion_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO contact_outbox (contact_id) SELECT DISTINCT contact_id FROM changed;
    RETURN NULL;
END $$;

CREATE TRIGGER conversion_inserted AFTER INSERT ON conversion
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION conversion_changed();

-- All contacts of the customer and not those of the order's conversions: one that comes at the same time is not seen here.
CREATE FUNCTION order_reversal_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO contact_outbox (contact_id)
    SELECT id FROM contact
    WHERE customer_id IN (SELECT customer_id FROM changed) AND NOT test AND decision <> 'SUPPRESSED';
    RETURN NULL;
END $$;

CREATE TRIGGER order_reversal_inserted AFTER INSERT ON order_reversal
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION order_reversal_changed();

CREATE FUNCTION coupon_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO contact_outbox (contact_id) SELECT contact_id FROM changed WHERE contact_id IS NOT NULL;
    RETURN NULL;
END $$;

CREATE TRIGGER coupon_inserted AFTER INSERT ON coupon
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION coupon_changed();
CREATE TRIGGER coupon_updated AFTER UPDATE ON coupon
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION coupon_changed();

CREATE FUNCTION redemption_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO contact_outbox (contact_id)
    SELECT DISTINCT contact_id FROM changed JOIN coupon ON coupon.id = changed.coupon_id WHERE contact_id IS NOT NULL;
    RETURN NULL;
END $$;

CREATE TRIGGER redemption_inserted AFTER INSERT ON redemption
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION redemption_changed();
CREATE TRIGGER redemption_updated AFTER UPDATE ON redemption
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION redemption_changed();

-- Erasures name customers by their hash.
CREATE INDEX conversion_of_hash ON conversion USING hash (customer_hash(customer_id));
CREATE INDEX order_reversal_of_hash ON order_reversal USING hash (customer_hash(customer_id));
