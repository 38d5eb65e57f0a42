package io.clientele.funnel.question;

import java.util.List;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.jspecify.annotations.Nullable;

import io.clientele.contract.condition.EventCondition;
import io.clientele.contract.condition.InvalidConditionException;

/** A condition as a client writes it: exactly one of its fields is given. */
@Input("ConditionInput")
@Description("A condition. Exactly one field is given.")
public record ConditionInput(
        @Nullable @Description("All of these hold.") List<@Nullable ConditionInput> and,

        @Nullable @Description("At least one of these holds.")
        List<@Nullable ConditionInput> or,

        @Nullable @Description("This does not hold.") ConditionInput not,

        @Nullable @Description("A field of the event compares so.")
        PropertyConditionInput property,

        @Nullable @Description("A trait of the customer compares so; of an event, as of the event.")
        TraitConditionInput trait,

        @Nullable @Description("The customer did something so often. Not asked of an event.")
        BehaviourConditionInput behaviour) {

    /**
     * The condition as one that can be asked of an event.
     *
     * @param path the argument that it came by, for the error
     * @throws io.clientele.edge.CodedException {@code INVALID_CONDITION}, or a code of {@link
     *     io.clientele.contract.condition.InvalidCondition}
     */
    public EventCondition ofEvent(String path) {
        try {
            return new EventCondition(new ConditionReading(path).read(this));
        } catch (InvalidConditionException invalid) {
            throw new QuestionFailure.RefusedCondition(path, invalid.failure()).exception();
        }
    }
}
