package io.clientele.funnel.funnel;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** Whose events are put in order. */
@Enum("FunnelEntity")
@Description("Whose events are put in order.")
public enum Entity {
    @Description("A customer; an anonymous visitor counts as one.")
    CUSTOMER("customer_hash"),

    @Description("A session of a customer; events without a session id do not count.")
    SESSION("session_hash");

    private final String field;

    Entity(String field) {
        this.field = field;
    }

    /** The field that holds the entity's hash. */
    public String field() {
        return field;
    }
}
