package io.clientele.edge.condition;

import java.util.List;
import java.util.function.Function;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.jspecify.annotations.Nullable;

import io.clientele.contract.condition.Condition;
import io.clientele.contract.condition.EventCondition;
import io.clientele.contract.condition.InvalidConditionException;
import io.clientele.contract.condition.SegmentCondition;

/**
 * A condition as a client writes it: exactly one of its fields is given.
 *
 * <p>Every service takes the same one, so that composition makes one type of it; what a service cannot ask of its own data
 * it refuses with {@code WRONG_SCOPE}.
 */
@Input("ConditionInput")
@Description("A condition, on events or on customers. Exactly one field is given.")
public record ConditionInput(
        @Nullable @Description("All of these hold.") List<@Nullable ConditionInput> and,

        @Nullable @Description("At least one of these holds.")
        List<@Nullable ConditionInput> or,

        @Nullable @Description("This does not hold.") ConditionInput not,

        @Nullable @Description("A field of the event compares so; of customers, in the where of a behaviour only.")
        FieldConditionInput property,

        @Nullable @Description("What is known of the customer compares so. Not asked of an event.")
        FieldConditionInput customer,

        @Nullable @Description("A trait of the customer compares so, as text; of an event, as of the event.")
        TraitConditionInput trait,

        @Nullable @Description("The customer did something so often, by business days. Not asked of an event.")
        BehaviourConditionInput behaviour,

        @Nullable @Description("The customer is a member of the segment with this id. Not asked of an event.")
        String segment,

        @Nullable @Description("The customer belongs to a random part of all customers. Not asked of an event.")
        BucketConditionInput bucket) {

    /**
     * The condition as one that can be asked of an event.
     *
     * @param path the argument that it came by, for the error
     * @throws io.clientele.edge.CodedException {@code INVALID_CONDITION}, or a code of {@link
     *     io.clientele.contract.condition.InvalidCondition}
     */
    public EventCondition ofEvent(String path) {
        return read(path, EventCondition::new);
    }

    /**
     * The condition as one that can be asked of a customer.
     *
     * @param path the argument that it came by, for the error
     * @throws io.clientele.edge.CodedException {@code INVALID_CONDITION}, or a code of {@link
     *     io.clientele.contract.condition.InvalidCondition}
     */
    public SegmentCondition ofCustomer(String path) {
        return read(path, SegmentCondition::new);
    }

    private <T> T read(String path, Function<Condition, T> scope) {
        try {
            return scope.apply(new ConditionReading(path).read(this));
        } catch (InvalidConditionException invalid) {
            throw new ConditionRefusal.RefusedCondition(path, invalid.failure()).exception();
        }
    }
}
