-- Of a device that people shared, an erasure drops the events of one stretch of time.
ALTER TABLE erasure ADD COLUMN since bigint NOT NULL DEFAULT 0;
ALTER TABLE erasure ADD COLUMN until bigint NOT NULL DEFAULT 9223372036854775807;
ALTER TABLE erasure DROP CONSTRAINT erasure_pkey;
ALTER TABLE erasure ADD PRIMARY KEY (node_hash, since, until);

-- Customers that are to be erased, and that were: what is left of a finished one names nobody.
CREATE TABLE erasure_request (
    id           text        PRIMARY KEY,
    -- An id of the customer; gone when it is finished.
    customer_id  text COLLATE "C",
    -- SHA-256 of the id that was asked for.
    asked_hash   bytea       NOT NULL,
    requested_at timestamptz NOT NULL DEFAULT now(),
    requested_by text        NOT NULL,
    -- What was received up to then is erased, in milliseconds since 1970; null: PostgreSQL is not erased yet.
    erased_until bigint,
    -- Before then something that was under way may still arrive.
    settled_at   timestamptz,
    finished_at  timestamptz,
    -- Homes that have sent events again since, and are new customers.
    returned     integer     NOT NULL DEFAULT 0,
    attempts     integer     NOT NULL DEFAULT 0,
    failure      text,
    not_before   timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX erasure_request_open ON erasure_request (not_before) WHERE finished_at IS NULL;

-- Whose events: users, devices, and stretches of devices that were shared. The home's id is gone when it is finished.
CREATE TABLE erasure_home (
    request_id text   NOT NULL REFERENCES erasure_request (id),
    node_hash  bytea  NOT NULL,
    since      bigint NOT NULL,
    until      bigint NOT NULL,
    home       text COLLATE "C",
    PRIMARY KEY (request_id, node_hash, since)
);
CREATE INDEX erasure_home_open ON erasure_home (home) WHERE home IS NOT NULL;

-- What each store had when it was counted first, and what the last search found.
CREATE TABLE erasure_count (
    request_id text   NOT NULL REFERENCES erasure_request (id),
    store      text   NOT NULL,
    kind       text   NOT NULL,
    found      bigint NOT NULL,
    remaining  bigint,
    PRIMARY KEY (request_id, store, kind)
);

-- Where the feed told events of erased homes that were received before: they were stored too late for the erasure.
CREATE TABLE erasure_straggler (
    home      text COLLATE "C" NOT NULL,
    since     bigint NOT NULL,
    until     bigint NOT NULL,
    erased_at bigint NOT NULL,
    PRIMARY KEY (home, since, until)
);

-- Positions are of this history alone: a database that is built anew has another.
ALTER TABLE membership_stream ADD COLUMN history text NOT NULL DEFAULT gen_random_uuid()::text;

-- To find what an erasure changes.
CREATE INDEX membership_change_customer ON membership_change (customer_id);
CREATE INDEX rekey_decision_customer ON rekey_decision (customer_id);
CREATE INDEX rekey_task_customer ON rekey_task (customer_id);
