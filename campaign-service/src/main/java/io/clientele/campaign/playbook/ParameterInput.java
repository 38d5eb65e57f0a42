package io.clientele.campaign.playbook;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A value of a playbook's parameter, as a client writes it. */
@Input("PlaybookParameterInput")
@Description("A value of a playbook's parameter.")
public record ParameterInput(
        @NonNull String name,

        @NonNull @Description("As text: 30, 0.1, 19.90, CNY, PT30M.")
        String value) {}
