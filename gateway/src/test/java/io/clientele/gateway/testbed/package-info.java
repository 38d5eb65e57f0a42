/**
 * A made-up federated world: subgraphs written as schemas only, which answer from one universe of invented data, and one schema over the same universe
 * that answers without any gateway.
 *
 * <p>Each folder of {@code federation/} in the test resources is a feature: its subgraphs, the supergraph composed from them and the public schema. Every
 * value is a function of type, id, field and arguments, so the gateway's answer and the one schema's answer must be equal, and a subgraph can tell whether
 * the representation it was sent is true. The subgraphs are stricter than real ones: they refuse a document that their schema does not allow, a field
 * that is external and not provided, and a required field without its requirement.
 */
@NullMarked
package io.clientele.gateway.testbed;

import org.jspecify.annotations.NullMarked;
