/**
 * The files for Kubernetes, as kustomize renders them: that they are what the published schemas allow, and that what they
 * name is there.
 *
 * <p>Kubernetes' own resources are held against the models of its official Java client, which are made from its published
 * OpenAPI; those of the operators against a list of the fields that we use.
 */
@NullMarked
package io.clientele.kubernetes;

import org.jspecify.annotations.NullMarked;
