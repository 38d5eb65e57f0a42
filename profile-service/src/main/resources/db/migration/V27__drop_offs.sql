-- Customers of a funnel's step while they are being gathered to become a segment: only all of them do, in one transaction.
-- What a killed service leaves here is deleted when the next gathering begins.
CREATE TABLE drop_off_gathering (
    id       uuid        PRIMARY KEY,
    begun_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE drop_off_customer (
    gathering   uuid NOT NULL REFERENCES drop_off_gathering (id) ON DELETE CASCADE,
    customer_id text COLLATE "C" NOT NULL,
    PRIMARY KEY (gathering, customer_id)
);
