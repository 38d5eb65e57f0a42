package io.clientele.funnel.rekey;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much re-keying may take of what collection needs as well. */
@ConfigMapping(prefix = "clientele.rekey")
interface RekeyConfig {

    /** Calls that are worked on at once, 1 to 64; beyond these, calls are refused as overload. */
    @WithDefault("4")
    @Min(1)
    @Max(64)
    int concurrentCalls();

    /** Runs of one call that are worked on at once, 1 to 100. They share refreshes. */
    @WithDefault("32")
    @Min(1)
    @Max(100)
    int concurrentRuns();

    /** Events after which a call answers, though not all of its runs are done, 1 to 100000. */
    @WithDefault("1000")
    @Min(1)
    @Max(100_000)
    int callEvents();
}
