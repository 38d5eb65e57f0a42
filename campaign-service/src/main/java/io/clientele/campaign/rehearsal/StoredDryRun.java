package io.clientele.campaign.rehearsal;

import java.time.Instant;
import java.util.Optional;

/**
 * A dry run as it stands.
 *
 * @param version of the campaign
 * @param progress 0 to 1
 * @param attempts how often an instance began it
 */
record StoredDryRun(
        String id,
        String campaign,
        int version,
        Instant from,
        Instant to,
        DryRunState state,
        double progress,
        Optional<DryRunNote> note,
        Optional<DryRunProblem> problem,
        Optional<DryRunResult> result,
        int attempts) {}
