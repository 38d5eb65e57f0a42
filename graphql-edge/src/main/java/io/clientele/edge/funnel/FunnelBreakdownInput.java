package io.clientele.edge.funnel;

import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A breakdown as a client asks for it. */
@Input("FunnelBreakdownInput")
@Description("A field whose values each get a funnel of their own events.")
public record FunnelBreakdownInput(
        @NonNull @Description("A stored field such as channel or device.type, or a path below properties. or traits.")
        String field,

        @Nullable @DefaultValue("25") @Description("How many values at most, those with the most events; 1 to 1000.")
        Integer limit) {}
