-- What marketers define. Every change of a definition raises the one version; customers remember the version that they
-- were evaluated with, and those with an older one are evaluated again.
CREATE TABLE definitions_version (
    one     boolean PRIMARY KEY DEFAULT true CHECK (one),
    version bigint  NOT NULL
);
INSERT INTO definitions_version (version) VALUES (1);

-- Mutations by the key that the client gave them: the same key answers the same and does nothing again.
CREATE TABLE mutation_key (
    key         text        PRIMARY KEY,
    operation   text        NOT NULL,
    fingerprint text        NOT NULL,
    answer      text,
    made_at     timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE segment (
    id         text        PRIMARY KEY,
    name       text        NOT NULL,
    kind       text        NOT NULL,
    condition  jsonb,
    version    integer     NOT NULL,
    changed_at timestamptz NOT NULL DEFAULT now(),
    changed_by text        NOT NULL
);

-- Every version that a segment ever had.
CREATE TABLE segment_version (
    segment_id text        NOT NULL REFERENCES segment (id),
    version    integer     NOT NULL,
    name       text        NOT NULL,
    condition  jsonb,
    changed_at timestamptz NOT NULL DEFAULT now(),
    changed_by text        NOT NULL,
    PRIMARY KEY (segment_id, version)
);

-- Members of manual segments, by any id that the customer has or had.
CREATE TABLE segment_listed (
    customer_id text COLLATE "C" NOT NULL,
    segment_id  text        NOT NULL REFERENCES segment (id),
    listed_at   timestamptz NOT NULL DEFAULT now(),
    listed_by   text        NOT NULL,
    PRIMARY KEY (customer_id, segment_id)
);

CREATE TABLE tag (
    id         text        PRIMARY KEY,
    name       text        NOT NULL,
    kind       text        NOT NULL,
    condition  jsonb,
    version    integer     NOT NULL,
    changed_at timestamptz NOT NULL DEFAULT now(),
    changed_by text        NOT NULL
);

-- Manual tags of customers, by any id that the customer has or had.
CREATE TABLE customer_tag (
    customer_id text COLLATE "C" NOT NULL,
    tag_id      text        NOT NULL REFERENCES tag (id),
    added_at    timestamptz NOT NULL DEFAULT now(),
    added_by    text        NOT NULL,
    reason      text,
    PRIMARY KEY (customer_id, tag_id)
);

-- Who added or removed which tag when and why.
CREATE TABLE customer_tag_change (
    number      bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id text COLLATE "C" NOT NULL,
    tag_id      text        NOT NULL,
    added       boolean     NOT NULL,
    changed_at  timestamptz NOT NULL DEFAULT now(),
    changed_by  text        NOT NULL,
    reason      text
);
CREATE INDEX customer_tag_change_customer ON customer_tag_change (customer_id, number);

-- Entries and exits. The number is drawn while the customer's row is locked, so that the changes of one customer are in
-- order by it; the position is given by a single sequencer to what is committed, so that no smaller one appears later.
CREATE TABLE membership_change (
    number      bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    position    bigint,
    customer_id text COLLATE "C" NOT NULL,
    segment_id  text        NOT NULL,
    entered     boolean     NOT NULL,
    changed_at  timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX membership_change_position ON membership_change (position) WHERE position IS NOT NULL;
CREATE INDEX membership_change_unplaced ON membership_change (number) WHERE position IS NULL;
CREATE TABLE membership_stream (
    one      boolean PRIMARY KEY DEFAULT true CHECK (one),
    position bigint  NOT NULL
);
INSERT INTO membership_stream (position) VALUES (0);

-- Customers to be evaluated again at once, by any id that they have.
CREATE TABLE review_request (
    number      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id text COLLATE "C" NOT NULL
);

-- Customers whose document in the index has to be written; of those that are no more the version they ended with.
CREATE TABLE index_outbox (
    number          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id     text COLLATE "C" NOT NULL,
    removed_version bigint
);

-- The indices of customers: one is live, another may be filling.
CREATE TABLE customers_index (
    generation bigint      PRIMARY KEY,
    state      text        NOT NULL CHECK (state IN ('LIVE', 'FILLING', 'RETIRED')),
    filled_to  text COLLATE "C" NOT NULL DEFAULT '',
    filled     bigint      NOT NULL DEFAULT 0,
    started_at timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX customers_index_one_live ON customers_index (state) WHERE state = 'LIVE';
CREATE UNIQUE INDEX customers_index_one_filling ON customers_index (state) WHERE state = 'FILLING';

-- Customers whose document Elasticsearch refused for ever, with its reason; gone with the next that it takes.
CREATE TABLE index_refused (
    customer_id text COLLATE "C" PRIMARY KEY,
    reason      text        NOT NULL,
    refused_at  timestamptz NOT NULL DEFAULT now()
);

-- To find customers that were evaluated with older definitions.
CREATE INDEX customer_definitions_version ON customer (definitions_version);
