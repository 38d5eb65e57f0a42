package io.clientele.profile.erasure;

import org.eclipse.microprofile.graphql.Description;

/** How far an erasure is. */
@Description("REQUESTED: nothing is done yet. ERASING: the customer is unknown, and events are being erased. "
        + "FINISHED: every store was searched and has nothing left.")
public enum ErasureState {
    REQUESTED,
    ERASING,
    FINISHED
}
