package io.clientele.funnel.rekey;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much re-keying may take of what collection needs as well. */
@ConfigMapping(prefix = "clientele.rekey")
interface RekeyConfig {

    /** Calls that are worked on at once, 1 to 64; beyond these, calls are refused as overload. They share refreshes. */
    @WithDefault("16")
    @Min(1)
    @Max(64)
    int concurrentCalls();

    /** Events after which a call answers, though it is not done, 1 to 100000. */
    @WithDefault("1000")
    @Min(1)
    @Max(100_000)
    int callEvents();
}
