package io.clientele.profile.segment;

import java.util.List;

import io.clientele.contract.condition.Condition.Behaviour;
import io.clientele.contract.condition.Condition.Bucket;
import io.clientele.contract.condition.Operator;

/** The words of a language; pure. */
sealed interface Phrases permits EnglishPhrases, ChinesePhrases {

    static Phrases of(Language language) {
        return switch (language) {
            case EN -> new EnglishPhrases();
            case ZH -> new ChinesePhrases();
        };
    }

    String all();

    String any();

    String none();

    String separator();

    String list(List<String> values);

    String comparison(String field, Operator operator, String values);

    /** A behaviour of which some events count, as words say, or all if there are none. */
    String behaviour(Behaviour behaviour, String where);

    /** Conditions on an event joined, in brackets if there are several. */
    String both(List<String> conditions);

    String either(List<String> conditions);

    String not(String condition);

    String inSegment(String segment);

    String bucket(Bucket bucket);

    String reason(String statement, String actual, boolean holds);

    String verdict(String customer, String segment, boolean holds, String reasons);
}
