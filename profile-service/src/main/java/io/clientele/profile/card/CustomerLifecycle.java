package io.clientele.profile.card;

import java.util.List;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

import io.clientele.profile.value.Lifecycle;
import io.clientele.profile.value.LifecycleStage;

/** Where in its life as a customer somebody is, and why. */
@Description("Where in its life as a customer somebody is, and why.")
public record CustomerLifecycle(
        @NonNull LifecycleStage stage,
        @NonNull @Description("What the stage rests on.") List<@NonNull CustomerEvidence> evidence) {

    public CustomerLifecycle {
        evidence = List.copyOf(evidence);
    }

    static CustomerLifecycle of(Lifecycle lifecycle) {
        return new CustomerLifecycle(lifecycle.stage(), CustomerEvidence.of(lifecycle.evidence()));
    }
}
