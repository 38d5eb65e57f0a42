/**
 * What is common to everything that marketers define.
 *
 * <p>{@link io.clientele.profile.definition.DefinitionsVersion} is the one version of all definitions; {@link
 * io.clientele.database.Mutations} makes a change once for each key that clients give; {@link
 * io.clientele.profile.definition.Reviews} asks for customers to be evaluated again.
 */
@NullMarked
package io.clientele.profile.definition;

import org.jspecify.annotations.NullMarked;
