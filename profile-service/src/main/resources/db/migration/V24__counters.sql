-- What definitions count beside all events of a name: those of a name for which a condition holds. Numbers rise in the
-- order in which definitions asked for them. A counter that no definition asks for any more is retired for ever: if it
-- is asked for again, that is another one, so that what the first one counted can never be taken for whole.
CREATE TABLE counter (
    number          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- As bytes, since it has U+0000 in it.
    key             bytea       NOT NULL,
    event           text        NOT NULL,
    condition       jsonb       NOT NULL,
    registered_at   timestamptz NOT NULL DEFAULT now(),
    -- The version of the definitions from which on it is counted in every part; null until then.
    counted_version bigint,
    -- The last customer that has to be written until the index knows its counts; null until all are evaluated with it.
    outbox_number   bigint,
    indexed_at      timestamptz,
    retired_at      timestamptz
);
CREATE UNIQUE INDEX counter_active ON counter (key) WHERE retired_at IS NULL;

-- Which definition asks for which.
CREATE TABLE counter_use (
    kind       text   NOT NULL CHECK (kind IN ('SEGMENT', 'TAG')),
    definition text   NOT NULL,
    number     bigint NOT NULL REFERENCES counter (number),
    PRIMARY KEY (kind, definition, number)
);
CREATE INDEX counter_use_number ON counter_use (number);

-- Every counter up to this number, of those that there still are, has counted all events of the part.
ALTER TABLE part ADD COLUMN counted_to bigint NOT NULL DEFAULT 0;
CREATE INDEX part_counted_to ON part (counted_to);

-- Who counts which homes. It only saves instances from counting the same.
CREATE TABLE recount_lease (
    home        text COLLATE "C" PRIMARY KEY,
    lease_until timestamptz NOT NULL
);
