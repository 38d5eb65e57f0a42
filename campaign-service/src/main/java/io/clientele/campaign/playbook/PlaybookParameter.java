package io.clientele.campaign.playbook;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

/** A parameter of a playbook. */
@Description("A parameter of a playbook.")
public record PlaybookParameter(
        @NonNull String name,
        @NonNull ParameterKind kind,

        @NonNull @Name("default") @Description("What holds if it is not given.")
        String usual,

        @NonNull @Description("What it means.") String description) {}
