-- Up to when the events of each shard are read: what was acknowledged before is in the tables.
CREATE TABLE feed_level (
    consumer text NOT NULL,
    shard integer NOT NULL,
    read_until timestamptz NOT NULL,
    PRIMARY KEY (consumer, shard)
);

-- Up to when the whole feed is read; without end before the first reader has told.
CREATE VIEW feed_read AS
SELECT coalesce(min(read_until), 'infinity') AS until FROM feed_level JOIN feed_cursor USING (consumer, shard);
