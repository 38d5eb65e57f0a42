package io.clientele.profile.segment;

import java.util.List;
import java.util.stream.Collectors;

import io.clientele.contract.condition.Condition.Behaviour;
import io.clientele.contract.condition.Condition.Bucket;
import io.clientele.contract.condition.Operator;

/** Conditions in simplified Chinese. */
record ChinesePhrases() implements Phrases {
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
    public String behaviour(Behaviour behaviour, String where) {
        String window = behaviour.withinDays().isPresent()
                ? "最近 " + behaviour.withinDays().getAsInt() + " 天内"
                : "";
        String most =
                behaviour.atMost().isPresent() ? "、至多 " + behaviour.atMost().getAsLong() + " 次" : "";
        String counted = "“" + behaviour.event() + "”" + (where.isEmpty() ? "" : "（其中 " + where + "）");
        return window + counted + "至少 " + behaviour.atLeast() + " 次" + most;
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

    @Override
    public String both(List<String> conditions) {
        return joined(" 且 ", conditions);
    }

    @Override
    public String either(List<String> conditions) {
        return joined(" 或 ", conditions);
    }

    @Override
    public String not(String condition) {
        return "不满足（" + condition + "）";
    }

    private static String joined(String word, List<String> conditions) {
        return conditions.size() == 1 ? conditions.getFirst() : "（" + String.join(word, conditions) + "）";
    }
}
