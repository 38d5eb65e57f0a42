package io.clientele.command.catchup;

import java.io.IOException;

/** The work behind the collection API. */
interface Work {
    /** What has still to be done, for the events that were acknowledged before the call at least. */
    Outstanding now() throws IOException, InterruptedException;

    /** Has value scores measured by the customers as they are now, instead of on profile-service's next beat. */
    void measureValueScale() throws InterruptedException;
}
