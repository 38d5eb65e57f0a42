-- The index of customers may hold documents of a database that this one replaces: one restored from a backup, or a new one.
-- Versions go on above the microseconds since 1970, more of which pass than versions are given.
SELECT setval('customer_version', clock.micros)
FROM (SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint AS micros) AS clock
WHERE clock.micros > (SELECT last_value FROM customer_version);
