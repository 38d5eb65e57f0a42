package io.clientele.gateway.operation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.clientele.gateway.operation.RefusedOperationException.Code;
import io.clientele.gateway.operation.RefusedOperationException.Reason;
import io.clientele.gateway.supergraph.CompositeType;
import io.clientele.gateway.supergraph.Supergraph;

import graphql.GraphQLContext;
import graphql.GraphQLError;
import graphql.GraphQLException;
import graphql.execution.RawVariables;
import graphql.execution.ValuesResolver;
import graphql.language.AstPrinter;
import graphql.language.Document;
import graphql.language.FragmentDefinition;
import graphql.language.OperationDefinition;
import graphql.language.VariableDefinition;

/** Reads the operation that a request means out of a valid document. */
public final class OperationReader {

    private final Supergraph supergraph;

    public OperationReader(Supergraph supergraph) {
        this.supergraph = supergraph;
    }

    /**
     * The operation of that name, or the only one.
     *
     * @throws RefusedOperationException if there is none, or the choice is open, or it is of a kind that is not served
     */
    public OperationDefinition choose(Document document, @Nullable String name) {
        List<OperationDefinition> operations = document.getDefinitionsOfType(OperationDefinition.class);
        if (name == null || name.isEmpty()) {
            if (operations.size() == 1) {
                return operations.getFirst();
            }
            throw new RefusedOperationException(
                    Code.GRAPHQL_VALIDATION,
                    "The document has " + operations.size() + " operations; 'operationName' must name one.");
        }
        return operations.stream()
                .filter(operation -> name.equals(operation.getName()))
                .findFirst()
                .orElseThrow(() -> new RefusedOperationException(
                        Code.GRAPHQL_VALIDATION, "The document has no operation '" + name + "'."));
    }

    /**
     * Holds a request's variables against the operation's.
     *
     * @return the variables as the operation takes them, defaults filled in
     * @throws RefusedOperationException if one is missing or of a wrong type
     */
    public Map<String, Object> coerced(OperationDefinition operation, Map<String, Object> variables) {
        try {
            return ValuesResolver.coerceVariableValues(
                            supergraph.publicSchema(),
                            operation.getVariableDefinitions(),
                            RawVariables.of(variables),
                            GraphQLContext.getDefault(),
                            Locale.ENGLISH)
                    .toMap();
        } catch (GraphQLException wrong) {
            Reason reason = wrong instanceof GraphQLError error
                    ? Reason.of(error)
                    : new Reason(String.valueOf(wrong.getMessage()), List.of());
            throw new RefusedOperationException(Code.GRAPHQL_VALIDATION, List.of(reason));
        }
    }

    /** The variables that decide what is asked, by the document alone. */
    public static Set<String> conditions(Document document) {
        return Conditions.variables(document);
    }

    /**
     * Reads the operation.
     *
     * @param coerced its variables as {@link #coerced} returned them; only those that decide what is asked are looked at
     */
    public Operation read(Document document, OperationDefinition operation, Map<String, Object> coerced) {
        Operation.Kind kind = switch (operation.getOperation()) {
            case QUERY -> Operation.Kind.QUERY;
            case MUTATION -> Operation.Kind.MUTATION;
            case SUBSCRIPTION ->
                throw new RefusedOperationException(Code.GRAPHQL_VALIDATION, "Subscriptions are not served.");
        };
        CompositeType root = kind == Operation.Kind.QUERY ? supergraph.queryType() : supergraph.mutationType();
        if (root == null) {
            throw new RefusedOperationException(Code.GRAPHQL_VALIDATION, "The schema has no mutations.");
        }
        Map<String, FragmentDefinition> fragments = document.getDefinitionsOfType(FragmentDefinition.class).stream()
                .collect(Collectors.toMap(FragmentDefinition::getName, Function.identity()));
        SelectionReader reader =
                new SelectionReader(supergraph, fragments, conditional -> Conditions.included(conditional, coerced));
        Selections selections = reader.read(root, operation.getSelectionSet());
        Map<String, String> variables = new LinkedHashMap<>();
        for (VariableDefinition definition : operation.getVariableDefinitions()) {
            String text = AstPrinter.printAstCompact(definition.transform(one -> one.directives(List.of())));
            variables.put(definition.getName(), text);
        }
        return new Operation(kind, selections, reader.introspection(), variables);
    }
}
