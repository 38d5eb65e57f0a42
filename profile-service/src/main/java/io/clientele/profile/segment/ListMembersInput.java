package io.clientele.profile.segment;

import java.util.List;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Customers that get on the list of a manual segment or off it, as a client writes them. */
@Input("ListMembersInput")
@Description("Customers that get on the list of a manual segment or off it; together at most 10000.")
public record ListMembersInput(
        @NonNull @Description("The client's own key of this change; repeating it does nothing again.")
        String key,

        @NonNull @Description("The segment's id.") String segment,

        @Nullable @Description("Ids of customers to list; one that leads to no customer waits for one.")
        List<@Nullable String> add,

        @Nullable @Description("Ids of customers to take off, as they were listed.")
        List<@Nullable String> remove) {}
