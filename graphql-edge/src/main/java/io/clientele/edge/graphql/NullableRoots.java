package io.clientele.edge.graphql;

import org.jspecify.annotations.Nullable;

import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.spi.EventingService;

/**
 * Makes every field of {@code Query} and {@code Mutation} nullable in the schema, whatever its method promises.
 *
 * <p>A request may ask for fields of several services at once. What GraphQL demands and cannot be had takes the object that it
 * stands in with it, and at the root that is the whole answer: one service that is down, or one field that the caller's role does
 * not show, would cost what all others answered. A null at the root never comes without an error, unless the field is nullable
 * of itself.
 */
public final class NullableRoots implements EventingService {

    /** Always on: there is no key of configuration for it. */
    @Override
    public @Nullable String getConfigKey() {
        return null;
    }

    @Override
    public Operation createOperation(Operation operation) {
        if (!operation.isSourceField()) {
            operation.setNotNull(false);
        }
        return operation;
    }
}
