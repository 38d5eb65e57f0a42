package io.clientele.contract.index;

/** The engines that the indices can be created on; they differ in the name of the type for open JSON objects. */
public enum SearchEngine {
    ELASTICSEARCH,
    OPENSEARCH
}
