package io.clientele.gateway.execute;

import java.util.Map;

/** Reads JSON values as Jackson builds them: maps, lists, strings, numbers, booleans and null. */
public final class Json {

    private Json() {}

    /** The object that a value is. */
    @SuppressWarnings("unchecked") // the names of JSON's objects are strings
    public static Map<String, Object> object(Map<?, ?> value) {
        return (Map<String, Object>) value;
    }
}
