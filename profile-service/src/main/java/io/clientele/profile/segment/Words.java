package io.clientele.profile.segment;

import java.util.List;
import java.util.stream.Collectors;

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
import io.clientele.contract.condition.Operator;
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
            case Trait trait ->
                phrases.comparison("traits." + trait.name(), trait.operator(), phrases.list(trait.values()));
            case CustomerProperty property -> property(property);
            case Behaviour behaviour -> phrases.behaviour(behaviour);
            case InSegment in -> phrases.inSegment(in.segment());
            case Bucket bucket -> phrases.bucket(bucket);
            case EventProperty property -> property.field().name();
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

    private String property(CustomerProperty property) {
        // The JSON form has the values as people write them.
        List<String> values = ConditionJson.write(property)
                .path("customer")
                .path("values")
                .valueStream()
                .map(value -> value.asText())
                .toList();
        return phrases.comparison(property.field().fieldName(), property.operator(), phrases.list(values));
    }

    /** The words of a language. */
    private sealed interface Phrases {
        static Phrases of(Language language) {
            return switch (language) {
                case EN -> new English();
                case ZH -> new Chinese();
            };
        }

        String all();

        String any();

        String none();

        String separator();

        String list(List<String> values);

        String comparison(String field, Operator operator, String values);

        String behaviour(Behaviour behaviour);

        String inSegment(String segment);

        String bucket(Bucket bucket);

        String reason(String statement, String actual, boolean holds);

        String verdict(String customer, String segment, boolean holds, String reasons);
    }

    private record English() implements Phrases {
        @Override
        public String all() {
            return "all of these hold";
        }

        @Override
        public String any() {
            return "at least one of these holds";
        }

        @Override
        public String none() {
            return "this does not hold";
        }

        @Override
        public String separator() {
            return "; ";
        }

        @Override
        public String list(List<String> values) {
            return values.isEmpty() ? "nothing" : String.join(", ", values);
        }

        @Override
        public String comparison(String field, Operator operator, String values) {
            return switch (operator) {
                case ANY_OF -> field + " is one of " + values;
                case NONE_OF -> field + " is none of " + values;
                case EXISTS -> field + " is known";
                case PREFIX -> field + " begins with " + values;
                case LESS -> field + " is below " + values;
                case AT_MOST -> field + " is at most " + values;
                case GREATER -> field + " is above " + values;
                case AT_LEAST -> field + " is at least " + values;
            };
        }

        @Override
        public String behaviour(Behaviour behaviour) {
            String most = behaviour.atMost().isPresent()
                    ? " and at most " + behaviour.atMost().getAsLong()
                    : "";
            String window = behaviour.withinDays().isPresent()
                    ? " in the last " + behaviour.withinDays().getAsInt() + " days"
                    : "";
            return "“" + behaviour.event() + "” at least " + behaviour.atLeast() + most + " times" + window;
        }

        @Override
        public String inSegment(String segment) {
            return "is in segment " + segment;
        }

        @Override
        public String bucket(Bucket bucket) {
            return "is in random part " + bucket.from() + " to " + bucket.to() + " of 10000 by “" + bucket.salt() + "”";
        }

        @Override
        public String reason(String statement, String actual, boolean holds) {
            return statement + (actual.isEmpty() ? "" : " (it has " + actual + ")") + (holds ? ": yes" : ": no");
        }

        @Override
        public String verdict(String customer, String segment, boolean holds, String reasons) {
            return customer + (holds ? " belongs to " : " does not belong to ") + segment + ": " + reasons + ".";
        }
    }

    private record Chinese() implements Phrases {
        @Override
        public String all() {
            return "以下条件全部满足";
        }

        @Override
        public String any() {
            return "以下条件至少满足一个";
        }

        @Override
        public String none() {
            return "以下条件不满足";
        }

        @Override
        public String separator() {
            return "；";
        }

        @Override
        public String list(List<String> values) {
            return values.isEmpty() ? "无" : values.stream().collect(Collectors.joining("、"));
        }

        @Override
        public String comparison(String field, Operator operator, String values) {
            return switch (operator) {
                case ANY_OF -> field + " 是 " + values + " 之一";
                case NONE_OF -> field + " 不是 " + values;
                case EXISTS -> field + " 已知";
                case PREFIX -> field + " 以 " + values + " 开头";
                case LESS -> field + " 小于 " + values;
                case AT_MOST -> field + " 不超过 " + values;
                case GREATER -> field + " 大于 " + values;
                case AT_LEAST -> field + " 不少于 " + values;
            };
        }

        @Override
        public String behaviour(Behaviour behaviour) {
            String window = behaviour.withinDays().isPresent()
                    ? "最近 " + behaviour.withinDays().getAsInt() + " 天内"
                    : "";
            String most =
                    behaviour.atMost().isPresent() ? "、至多 " + behaviour.atMost().getAsLong() + " 次" : "";
            return window + "“" + behaviour.event() + "”至少 " + behaviour.atLeast() + " 次" + most;
        }

        @Override
        public String inSegment(String segment) {
            return "属于人群 " + segment;
        }

        @Override
        public String bucket(Bucket bucket) {
            return "位于“" + bucket.salt() + "”随机分组的第 " + bucket.from() + " 至 " + bucket.to() + " 份（共 10000 份）";
        }

        @Override
        public String reason(String statement, String actual, boolean holds) {
            return statement + (actual.isEmpty() ? "" : "（实际为 " + actual + "）") + (holds ? "，满足" : "，不满足");
        }

        @Override
        public String verdict(String customer, String segment, boolean holds, String reasons) {
            return customer + (holds ? " 属于 " : " 不属于 ") + segment + "：" + reasons + "。";
        }
    }
}
