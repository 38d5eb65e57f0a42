package io.clientele.profile.segment;

import java.util.List;

import io.clientele.contract.condition.Condition;
import io.clientele.contract.condition.Condition.And;
import io.clientele.contract.condition.Condition.Behaviour;
import io.clientele.contract.condition.Condition.Bucket;
import io.clientele.contract.condition.Condition.CustomerProperty;
import io.clientele.contract.condition.Condition.EventProperty;
import io.clientele.contract.condition.Condition.InSegment;
import io.clientele.contract.condition.Condition.Not;
import io.clientele.contract.condition.Condition.Or;
import io.clientele.contract.condition.Condition.Trait;
import io.clientele.contract.condition.ConditionJson;
import io.clientele.contract.condition.Verdict;

/** Says conditions and verdicts in words; pure. */
final class Words {

    private final Phrases phrases;

    Words(Language language) {
        this.phrases = Phrases.of(language);
    }

    /** What a condition asks; of and, or, not how many of its parts. */
    String statement(Condition condition) {
        return switch (condition) {
            case And _ -> phrases.all();
            case Or _ -> phrases.any();
            case Not _ -> phrases.none();
            case Trait trait -> trait(trait);
            case CustomerProperty property -> property(property);
            case Behaviour behaviour ->
                phrases.behaviour(behaviour, behaviour.where().map(this::where).orElse(""));
            case InSegment in -> phrases.inSegment(in.segment());
            case Bucket bucket -> phrases.bucket(bucket);
            case EventProperty property -> property(property);
        };
    }

    /** Why a customer is a member or is not. */
    String sentence(String customer, String segment, Verdict verdict) {
        // Of what holds the reasons that make it so, of what does not those that do not.
        List<String> reasons = reasons(verdict, verdict.holds());
        return phrases.verdict(customer, segment, verdict.holds(), String.join(phrases.separator(), reasons));
    }

    private List<String> reasons(Verdict verdict, boolean wanted) {
        return switch (verdict.condition()) {
            case And _, Or _ ->
                verdict.parts().stream()
                        .filter(part -> part.holds() == wanted)
                        .flatMap(part -> reasons(part, wanted).stream())
                        .toList();
            case Not _ -> reasons(verdict.parts().getFirst(), !wanted);
            case Trait _, CustomerProperty _, Behaviour _, InSegment _, Bucket _, EventProperty _ ->
                List.of(phrases.reason(statement(verdict.condition()), actual(verdict), verdict.holds()));
        };
    }

    private String actual(Verdict verdict) {
        return verdict.condition() instanceof InSegment ? "" : phrases.list(verdict.actual());
    }

    /** Which events count. */
    private String where(Condition condition) {
        return switch (condition) {
            case And and ->
                phrases.both(and.conditions().stream().map(this::where).toList());
            case Or or ->
                phrases.either(or.conditions().stream().map(this::where).toList());
            case Not not -> phrases.not(where(not.condition()));
            case Trait _, CustomerProperty _, Behaviour _, InSegment _, Bucket _, EventProperty _ ->
                statement(condition);
        };
    }

    private String trait(Trait trait) {
        return phrases.comparison("traits." + trait.name(), trait.operator(), phrases.list(trait.values()));
    }

    private String property(CustomerProperty property) {
        return phrases.comparison(
                property.field().fieldName(), property.operator(), phrases.list(values("customer", property)));
    }

    private String property(EventProperty property) {
        return phrases.comparison(
                property.field().name(), property.operator(), phrases.list(values("property", property)));
    }

    /** The JSON form has the values as people write them. */
    private static List<String> values(String kind, Condition condition) {
        return ConditionJson.write(condition)
                .path(kind)
                .path("values")
                .valueStream()
                .map(value -> value.asText())
                .toList();
    }
}
