package io.clientele.gateway;

import java.time.Duration;

import io.clientele.gateway.federation.Limits;
import io.clientele.gateway.operation.OperationLimits;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How large the operations of clients may be; all are positive. */
@ConfigMapping(prefix = "clientele.gateway.limits")
interface LimitSettings {

    @WithDefault("15000")
    int tokens();

    /** Fields within one another; GraphiQL's introspection needs 15. */
    @WithDefault("30")
    int depth();

    @WithDefault("200")
    int aliases();

    @WithDefault("10000")
    int fields();

    /** How long the planning of one operation may take. */
    @WithDefault("2s")
    Duration planning();

    /** How long after that services are still asked; a request that was sent by then has its own time-out. */
    @WithDefault("30s")
    Duration answering();

    /** How many plans are kept. */
    @WithDefault("1000")
    int plans();

    /** Whether clients may ask for the schema. */
    @WithDefault("true")
    boolean introspection();

    default Limits toLimits() {
        return new Limits(
                new OperationLimits(tokens(), depth(), aliases(), fields()),
                planning(),
                answering(),
                plans(),
                introspection());
    }
}
