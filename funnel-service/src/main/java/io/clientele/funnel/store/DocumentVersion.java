package io.clientele.funnel.store;

/** Which of the documents that an address has had one after another was read: any change makes another. */
public record DocumentVersion(long seqNo, long primaryTerm) {}
