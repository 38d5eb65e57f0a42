-- Under which customer the events of a home in [since, until) were last decided to belong, and the number of that
-- decision. It stays when funnel-service has done its task, so that the same decision, asked for again because of new
-- events, keeps its number, and another one gets a higher number.
CREATE TABLE rekey_decision (
    home text COLLATE "C" NOT NULL,
    since bigint NOT NULL,
    until bigint NOT NULL,
    customer_id text COLLATE "C" NOT NULL,
    -- Microseconds since 1970 by this server's clock, or one more than the home's last if that is higher: so numbers also
    -- rise over a restored backup and a database that is built anew.
    number bigint NOT NULL,
    PRIMARY KEY (home, since)
);

-- What was decided before decisions had numbers: the tasks that are left, and the parts that are not their home's own.
INSERT INTO rekey_decision (home, since, until, customer_id, number)
SELECT home, since, until, customer_id, (extract(epoch FROM clock_timestamp()) * 1000000)::bigint FROM rekey_task;

INSERT INTO rekey_decision (home, since, until, customer_id, number)
SELECT home, since, until, customer_id, (extract(epoch FROM clock_timestamp()) * 1000000)::bigint
FROM (
    SELECT home, since, customer_id,
        coalesce(lead(since) OVER (PARTITION BY home ORDER BY since), 9223372036854775807) AS until
    FROM part) AS run
WHERE customer_id <> home
ON CONFLICT DO NOTHING;

ALTER TABLE rekey_task ADD COLUMN decision bigint NOT NULL DEFAULT 0;
UPDATE rekey_task SET decision = rekey_decision.number
FROM rekey_decision WHERE rekey_decision.home = rekey_task.home AND rekey_decision.since = rekey_task.since;
ALTER TABLE rekey_task ALTER COLUMN decision DROP DEFAULT;
