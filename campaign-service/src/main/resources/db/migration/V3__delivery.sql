-- Receivers of messages that the shop runs itself, such as the door to an SMS provider.
CREATE TABLE webhook (
    id text PRIMARY KEY,
    name text NOT NULL,
    url text NOT NULL,
    purpose text NOT NULL,
    secret bytea NOT NULL,
    -- Signed with as well until then, so that a receiver can change over.
    previous_secret bytea,
    previous_until timestamptz,
    changed_at timestamptz NOT NULL DEFAULT now(),
    changed_by text NOT NULL
);

-- How far a contact that is sent has got on its way; its id is the key by which receivers know it again.
CREATE TABLE delivery (
    contact_id text PRIMARY KEY,
    -- 'email', or 'webhook:' and an id: what is slow or down stops nothing else.
    destination text NOT NULL,
    -- Of an e-mail; gone once the customer is erased.
    address text,
    state text NOT NULL CHECK (state IN ('QUEUED', 'SENT', 'FAILED', 'DEAD')),
    -- Since it was queued, or taken up again by hand.
    attempts integer NOT NULL DEFAULT 0,
    -- Of the claim: who claimed may tell of a failure as long as nobody claimed after it.
    claim bigint NOT NULL DEFAULT 0,
    -- When it is tried, and while it is being tried when its lease ends.
    next_at timestamptz NOT NULL,
    problem text,
    state_at timestamptz NOT NULL DEFAULT now(),
    number bigint GENERATED ALWAYS AS IDENTITY
);

CREATE INDEX delivery_due ON delivery (destination, next_at) WHERE state = 'QUEUED';
CREATE INDEX delivery_dead ON delivery (number) WHERE state = 'DEAD';

-- Whether a customer wants to be written to: the latest word of each scope.
CREATE TABLE consent (
    customer_id text NOT NULL,
    scope text NOT NULL CHECK (scope IN ('ALL', 'INBOX', 'POPUP', 'EMAIL', 'WEBHOOK')),
    given boolean NOT NULL,
    at timestamptz NOT NULL,
    source text NOT NULL,
    evidence text,
    PRIMARY KEY (customer_id, scope)
);

CREATE TABLE consent_change (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id text NOT NULL,
    scope text NOT NULL,
    given boolean NOT NULL,
    at timestamptz NOT NULL,
    source text NOT NULL,
    evidence text,
    changed_by text NOT NULL
);

CREATE INDEX consent_change_of_customer ON consent_change (customer_id);

-- Addresses that are not written to again. After an erasure the hash is all that is left.
CREATE TABLE suppression (
    address_hash bytea NOT NULL,
    channel text NOT NULL,
    reason text NOT NULL CHECK (reason IN ('HARD_BOUNCE', 'COMPLAINT', 'UNSUBSCRIBED')),
    customer_id text,
    contact_id text,
    at timestamptz NOT NULL,
    PRIMARY KEY (address_hash, channel, reason)
);

CREATE INDEX suppression_of_customer ON suppression (customer_id) WHERE customer_id IS NOT NULL;
