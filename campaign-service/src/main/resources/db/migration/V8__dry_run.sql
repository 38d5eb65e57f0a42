-- Rehearsals of campaigns on past events. An instance that is at one holds its lease; a lease that ran out is anybody's.
CREATE TABLE dry_run (
    id text PRIMARY KEY,
    campaign_id text NOT NULL REFERENCES campaign,
    campaign_version integer NOT NULL,
    from_at timestamptz NOT NULL,
    to_at timestamptz NOT NULL,
    state text NOT NULL CHECK (state IN ('RUNNING', 'DONE', 'CANCELLED', 'FAILED')),
    progress double precision NOT NULL DEFAULT 0,
    note text,
    problem text,
    result jsonb,
    attempts integer NOT NULL DEFAULT 0,
    owner text,
    lease_until timestamptz,
    started_at timestamptz NOT NULL DEFAULT now(),
    started_by text NOT NULL,
    ended_at timestamptz,
    CHECK (from_at < to_at),
    CHECK ((state = 'DONE') = (result IS NOT NULL)),
    CHECK ((state = 'FAILED') = (problem IS NOT NULL))
);

CREATE INDEX dry_run_running ON dry_run (started_at) WHERE state = 'RUNNING';
CREATE INDEX dry_run_ended ON dry_run (ended_at) WHERE state <> 'RUNNING';
CREATE INDEX dry_run_of_campaign ON dry_run (campaign_id, started_at DESC);
