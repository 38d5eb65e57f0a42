package io.clientele.edge.funnel;

import org.eclipse.microprofile.graphql.Description;

/** Whose events are put in order. */
@Description("Whose events are put in order.")
public enum FunnelEntity {
    @Description("A customer; an anonymous visitor counts as one.")
    CUSTOMER,

    @Description("A session of a customer; events without a session id do not count.")
    SESSION
}
