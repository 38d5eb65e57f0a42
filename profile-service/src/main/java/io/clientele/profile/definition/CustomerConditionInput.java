package io.clientele.profile.definition;

import java.util.List;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.jspecify.annotations.Nullable;

import io.clientele.contract.condition.InvalidConditionException;
import io.clientele.contract.condition.SegmentCondition;

/** A condition on customers as a client writes it: exactly one of its fields is given. */
@Input("CustomerConditionInput")
@Description("A condition on customers. Exactly one field is given.")
public record CustomerConditionInput(
        @Nullable @Description("All of these hold.") List<@Nullable CustomerConditionInput> and,

        @Nullable @Description("At least one of these holds.")
        List<@Nullable CustomerConditionInput> or,

        @Nullable @Description("This does not hold.") CustomerConditionInput not,

        @Nullable @Description("What is known of the customer compares so.")
        CustomerFieldInput customer,

        @Nullable @Description("A trait of the customer compares so, as text.")
        CustomerTraitInput trait,

        @Nullable @Description("The customer did something so often, by business days.")
        CustomerBehaviourInput behaviour,

        @Nullable @Description("The customer is a member of the segment with this id.")
        String segment,

        @Nullable @Description("The customer belongs to a random part of all customers.")
        CustomerBucketInput bucket,

        @Nullable @Description("A field of the event compares so; in the where of a behaviour only.")
        CustomerFieldInput property) {

    /**
     * The condition as one that can be asked of a customer.
     *
     * @param path the argument that it came by, for the error
     * @throws io.clientele.edge.CodedException {@code INVALID_CONDITION}, or a code of {@link
     *     io.clientele.contract.condition.InvalidCondition}
     */
    public SegmentCondition read(String path) {
        try {
            return new SegmentCondition(new ConditionReading(path).read(this));
        } catch (InvalidConditionException invalid) {
            throw new DefinitionFailure.RefusedCondition(path, invalid.failure()).exception();
        }
    }
}
