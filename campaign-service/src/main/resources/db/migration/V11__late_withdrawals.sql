-- Whether anybody withdrew since a message was decided about: only then it is asked whose ids those are.
CREATE INDEX consent_withdrawn ON consent (at) WHERE NOT given;
