-- The policy that was set; as long as there is none, the configured one holds.
CREATE TABLE contact_policy (
    single boolean PRIMARY KEY DEFAULT true CHECK (single),
    version integer NOT NULL,
    policy jsonb NOT NULL,
    changed_at timestamptz NOT NULL DEFAULT now(),
    changed_by text NOT NULL
);
