package io.clientele.profile.counter;

/** What uses counters. */
public enum DefinitionKind {
    SEGMENT,
    TAG
}
