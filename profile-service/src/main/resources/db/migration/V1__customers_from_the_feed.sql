-- What the fold of the feed keeps. Ids are compared byte by byte, as Java and Elasticsearch do. Times that decide who owns
-- an event are milliseconds since 1970, as events have them; others are timestamps of this server's clock.

-- How far each shard of the feed has been folded. It decides, by compare-and-set in the transaction of what its events
-- caused, that each event counts once.
CREATE TABLE feed_cursor (
    consumer text NOT NULL,
    shard integer NOT NULL,
    cursor text NOT NULL,
    PRIMARY KEY (consumer, shard)
);

-- Who folds a shard. It only saves instances from working for nothing, and is apart so that they need not wait for each
-- other's pages to renew it.
CREATE TABLE feed_lease (
    consumer text NOT NULL,
    shard integer NOT NULL,
    owner text NOT NULL,
    lease_until timestamptz NOT NULL,
    PRIMARY KEY (consumer, shard)
);

-- Instances that fold, so that each takes its share of the shards.
CREATE TABLE fold_instance (
    consumer text NOT NULL,
    owner text NOT NULL,
    alive_until timestamptz NOT NULL,
    PRIMARY KEY (consumer, owner)
);

-- Events that could not be folded, set aside so that the feed goes on.
CREATE TABLE feed_poison (
    consumer text NOT NULL,
    shard integer NOT NULL,
    position bigint NOT NULL,
    message_id text NOT NULL,
    reason text NOT NULL,
    set_aside_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (consumer, shard, position)
);

-- Versions of customers, rising over all of them, so that one that goes and comes back never repeats a version.
CREATE SEQUENCE customer_version CACHE 1;

-- One row for each customer: a connected component of nodes.
CREATE TABLE customer (
    id text COLLATE "C" PRIMARY KEY,
    version bigint NOT NULL,
    recomputed_at timestamptz NOT NULL,
    -- When any answer about the customer could change without an event; null: never.
    next_review_at timestamptz,
    -- What definitions said of it, and which version of them.
    tags text[] NOT NULL,
    segments text[] NOT NULL,
    definitions_version bigint NOT NULL,
    -- The value scale that it was measured by, and what the next scale is made of: as OrderFacts says, with the day of
    -- the last order since 1970.
    scale bigint NOT NULL,
    last_order_day bigint,
    frequency bigint NOT NULL,
    monetary bigint NOT NULL,
    priced bigint NOT NULL
) WITH (fillfactor = 60);

CREATE INDEX customer_next_review_at ON customer (next_review_at) WHERE next_review_at IS NOT NULL;
CREATE INDEX customer_scale ON customer (scale);

-- What customers' orders are measured against; one row. The number rises whenever the scale changes.
CREATE TABLE value_scale (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    number bigint NOT NULL,
    as_of timestamptz NOT NULL,
    customers bigint NOT NULL,
    recency bigint[],
    frequency bigint[],
    monetary bigint[],
    mean_order_value bigint
);

INSERT INTO value_scale (number, as_of, customers) VALUES (0, 'epoch', 0);

-- All events of a user, or those of a device between two claims. The ledger and the traits are the sums of its events.
CREATE TABLE part (
    home text COLLATE "C" NOT NULL,
    since bigint NOT NULL,
    -- Whom it belongs to: a user id, or the anon: id of a device that nobody claimed.
    node text COLLATE "C" NOT NULL,
    customer_id text COLLATE "C" NOT NULL,
    first_at bigint NOT NULL,
    last_at bigint NOT NULL,
    ledger bytea NOT NULL,
    traits bytea NOT NULL,
    PRIMARY KEY (home, since)
) WITH (fillfactor = 70);

CREATE INDEX part_node ON part (node);
CREATE INDEX part_customer ON part (customer_id);

-- Orders by the part whose events named them; the ledger is without them, so that it stays small.
CREATE TABLE part_order (
    home text COLLATE "C" NOT NULL,
    since bigint NOT NULL,
    order_id text COLLATE "C" NOT NULL,
    data bytea NOT NULL,
    PRIMARY KEY (home, since, order_id)
);

-- Every claim on a device: one without effect today may decide once another arrives between two.
CREATE TABLE device_claim (
    device text COLLATE "C" NOT NULL,
    at bigint NOT NULL,
    message_id text COLLATE "C" NOT NULL,
    user_id text COLLATE "C" NOT NULL,
    PRIMARY KEY (device, at, message_id, user_id)
);

CREATE INDEX device_claim_user ON device_claim (user_id);

-- Identity keys by the part whose events brought them; node is the part's.
CREATE TABLE identity_key (
    home text COLLATE "C" NOT NULL,
    since bigint NOT NULL,
    kind text NOT NULL,
    value text COLLATE "C" NOT NULL,
    node text COLLATE "C" NOT NULL,
    PRIMARY KEY (home, since, kind, value)
);

CREATE INDEX identity_key_value ON identity_key (value, kind);
CREATE INDEX identity_key_node ON identity_key (node);

CREATE TABLE identity_alias (
    previous_id text COLLATE "C" NOT NULL,
    user_id text COLLATE "C" NOT NULL,
    at bigint NOT NULL,
    message_id text NOT NULL,
    PRIMARY KEY (previous_id, user_id)
);

CREATE INDEX identity_alias_user ON identity_alias (user_id);

-- What became of customers: who was merged into whom and who was split off, when and by which message.
CREATE TABLE identity_history (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind text NOT NULL,
    from_id text COLLATE "C" NOT NULL,
    into_id text COLLATE "C" NOT NULL,
    message_id text NOT NULL,
    at bigint NOT NULL,
    source text NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX identity_history_from ON identity_history (from_id, id);
CREATE INDEX identity_history_into ON identity_history (into_id, id);

-- What funnel-service is still to be told: under which customer the events of a home in [since, until) are to be found.
CREATE SEQUENCE rekey_generation CACHE 1;

CREATE TABLE rekey_task (
    home text COLLATE "C" NOT NULL,
    since bigint NOT NULL,
    until bigint NOT NULL,
    customer_id text COLLATE "C" NOT NULL,
    -- Another one each time the task is asked for again: a task is only done if it is still the one that was sent.
    generation bigint NOT NULL DEFAULT nextval('rekey_generation'),
    attempts integer NOT NULL DEFAULT 0,
    failure text,
    not_before timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (home, since)
);

CREATE INDEX rekey_task_not_before ON rekey_task (not_before);

-- Events of erased nodes that were received up to then are dropped, should they come again. Nodes by SHA-256: the ids
-- themselves are erased too.
CREATE TABLE erasure (
    node_hash bytea PRIMARY KEY,
    erased_at bigint NOT NULL
);
