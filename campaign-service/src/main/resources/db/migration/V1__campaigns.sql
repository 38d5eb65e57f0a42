-- The feed's consumption: see the module feed-consumer.
CREATE TABLE feed_cursor (
    consumer text NOT NULL,
    shard integer NOT NULL,
    cursor text NOT NULL,
    PRIMARY KEY (consumer, shard)
);

CREATE TABLE feed_lease (
    consumer text NOT NULL,
    shard integer NOT NULL,
    owner text NOT NULL,
    lease_until timestamptz NOT NULL,
    PRIMARY KEY (consumer, shard)
);

CREATE TABLE fold_instance (
    consumer text NOT NULL,
    owner text NOT NULL,
    alive_until timestamptz NOT NULL,
    PRIMARY KEY (consumer, owner)
);

CREATE TABLE feed_poison (
    consumer text NOT NULL,
    shard integer NOT NULL,
    position bigint NOT NULL,
    message_id text NOT NULL,
    reason text NOT NULL,
    set_aside_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (consumer, shard, position)
);

-- Where the stream of memberships is read on; one row, set by whoever began it.
CREATE TABLE membership_cursor (
    single boolean PRIMARY KEY DEFAULT true CHECK (single),
    cursor text NOT NULL
);

-- Changes that clients make once each, by their keys.
CREATE TABLE mutation_key (
    key text PRIMARY KEY,
    operation text NOT NULL,
    fingerprint text NOT NULL,
    answer text,
    made_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE campaign (
    id text PRIMARY KEY,
    version integer NOT NULL,
    state text NOT NULL CHECK (state IN ('DRAFT', 'RUNNING', 'PAUSED', 'ENDED')),
    definition jsonb NOT NULL,
    audience_segment text,
    launched_at timestamptz,
    ended_at timestamptz,
    changed_at timestamptz NOT NULL DEFAULT now(),
    changed_by text NOT NULL
);

CREATE INDEX campaign_by_segment ON campaign (audience_segment) WHERE audience_segment IS NOT NULL;

CREATE TABLE campaign_version (
    campaign_id text NOT NULL REFERENCES campaign,
    version integer NOT NULL,
    definition jsonb NOT NULL,
    changed_at timestamptz NOT NULL DEFAULT now(),
    changed_by text NOT NULL,
    PRIMARY KEY (campaign_id, version)
);

-- Rises with every change of a campaign or of the switch, so that instances know when to read them again.
CREATE TABLE campaigns_change (
    single boolean PRIMARY KEY DEFAULT true CHECK (single),
    number bigint NOT NULL,
    stopped boolean NOT NULL
);

INSERT INTO campaigns_change (number, stopped) VALUES (0, false);

-- One customer who entered a campaign, until the decision is made; the decision is the contact of this enrolment.
CREATE TABLE enrolment (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    campaign_id text NOT NULL REFERENCES campaign,
    -- As the event, the stream or the schedule named the customer.
    customer_id text NOT NULL,
    -- What entered: the event's message id, a membership change's position, a schedule's occurrence.
    cause text NOT NULL,
    entered_at timestamptz NOT NULL,
    -- By the database's clock: an event may come long after it happened.
    enrolled_at timestamptz NOT NULL DEFAULT now(),
    due_at timestamptz NOT NULL,
    -- The trigger event's fields that the message may name; null if the cause is no event.
    event jsonb,
    -- Whether the customer's best hour was waited for already.
    timed boolean NOT NULL DEFAULT false,
    decided boolean NOT NULL DEFAULT false,
    UNIQUE (campaign_id, customer_id, cause)
);

CREATE INDEX enrolment_due ON enrolment (due_at) WHERE NOT decided;
CREATE INDEX enrolment_of_customer ON enrolment (customer_id) WHERE NOT decided;

-- Events that end the waiting of a customer's enrolments, whichever of the two came first.
CREATE TABLE halt (
    campaign_id text NOT NULL REFERENCES campaign,
    customer_id text NOT NULL,
    at timestamptz NOT NULL,
    -- When no enrolment can be halted by it any more.
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (campaign_id, customer_id, at)
);

CREATE INDEX halt_expiry ON halt (expires_at);

-- The last sign of customers whose silence a campaign waits for.
CREATE TABLE activity (
    campaign_id text NOT NULL REFERENCES campaign,
    customer_id text NOT NULL,
    at timestamptz NOT NULL,
    silent_at timestamptz NOT NULL,
    event jsonb NOT NULL,
    PRIMARY KEY (campaign_id, customer_id)
);

CREATE INDEX activity_silent ON activity (silent_at);

-- Who entered a campaign last when, by the id that the cause named: what re-entry is decided by.
CREATE TABLE entry (
    campaign_id text NOT NULL REFERENCES campaign,
    customer_id text NOT NULL,
    entered_at timestamptz NOT NULL,
    PRIMARY KEY (campaign_id, customer_id)
);

-- Schedules: which occurrence comes next, and how far the members were read.
CREATE TABLE schedule (
    campaign_id text PRIMARY KEY REFERENCES campaign,
    version integer NOT NULL,
    occurrence integer NOT NULL,
    begins_at timestamptz NOT NULL,
    after_customer text
);

CREATE INDEX schedule_due ON schedule (begins_at);

-- The one decision about an enrolment, kept for ever with its reason.
CREATE TABLE contact (
    id text PRIMARY KEY,
    campaign_id text NOT NULL REFERENCES campaign,
    campaign_version integer NOT NULL,
    enrolment_id bigint UNIQUE,
    customer_id text NOT NULL,
    entered_at timestamptz NOT NULL,
    decided_at timestamptz NOT NULL,
    local_day date NOT NULL,
    decision text NOT NULL CHECK (decision IN ('SENT', 'CONTROL', 'HELD_OUT', 'SUPPRESSED')),
    reason text,
    variant text,
    channel text,
    subject text,
    body text,
    link text,
    coupon_id text,
    cost_millionths bigint NOT NULL DEFAULT 0 CHECK (cost_millionths >= 0),
    currency text,
    status text NOT NULL,
    status_at timestamptz NOT NULL,
    read_at timestamptz,
    dismissed_at timestamptz,
    transactional boolean NOT NULL DEFAULT false,
    test boolean NOT NULL DEFAULT false,
    CHECK ((decision = 'SUPPRESSED') = (reason IS NOT NULL))
);

CREATE INDEX contact_of_customer ON contact (customer_id, decided_at DESC);
CREATE INDEX contact_of_campaign ON contact (campaign_id, decided_at DESC);

-- Locked while a customer is decided about, so that caps and limits hold between instances.
CREATE TABLE recipient (
    customer_id text PRIMARY KEY
);

-- What a campaign has committed itself to spend, by business day; the day '0001-01-01' is the sum of all.
CREATE TABLE campaign_spending (
    campaign_id text NOT NULL REFERENCES campaign,
    day date NOT NULL,
    millionths bigint NOT NULL,
    PRIMARY KEY (campaign_id, day)
);
