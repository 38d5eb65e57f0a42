package io.clientele.gateway.access;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import graphql.language.ArrayValue;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.StringValue;
import graphql.language.TypeDefinition;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.TypeUtil;

/**
 * Which roles the fields of a supergraph ask for: by {@code @requiresScopes} on the field, on the type that has it, or on the
 * type that it answers. Of the outer list one entry must be met, with all of its scopes; a scope is a role.
 *
 * <p>{@code @policy} leaves open who decides; here nobody does, and such a field is closed to everyone. {@code @authenticated}
 * asks for nothing more: every request has a token.
 *
 * @param rules by field, as {@code Type.field}; a field that is not there is open
 */
public record AccessRules(Map<String, Rule> rules) {

    private static final String REQUIRES_SCOPES = "requiresScopes";
    private static final String POLICY = "policy";

    public AccessRules {
        rules = Collections.unmodifiableMap(new LinkedHashMap<>(rules));
    }

    /** Reads the rules of a supergraph schema that is known to be one. */
    public static AccessRules parse(String supergraphSdl) {
        TypeDefinitionRegistry types = new SchemaParser().parse(supergraphSdl);
        Map<String, Rule> rules = new LinkedHashMap<>();
        for (ImplementingTypeDefinition<?> type : implementing(types).toList()) {
            for (FieldDefinition field : type.getFieldDefinitions()) {
                Rule rule = rule(types, type, field);
                if (!rule.isOpen()) {
                    rules.put(coordinate(type.getName(), field.getName()), rule);
                }
            }
        }
        return new AccessRules(rules);
    }

    /** The fields, as {@code Type.field}, that a caller of these roles may not see. */
    public Set<String> closedTo(Set<String> roles) {
        return rules.entrySet().stream()
                .filter(rule -> !rule.getValue().admits(roles))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    static String coordinate(String type, String field) {
        return type + "." + field;
    }

    private static Stream<ImplementingTypeDefinition<?>> implementing(TypeDefinitionRegistry types) {
        return types.types().values().stream()
                .filter(ImplementingTypeDefinition.class::isInstance)
                .map(type -> (ImplementingTypeDefinition<?>) type);
    }

    /** Of an interface's field also what its implementations ask for: nobody knows beforehand which one answers. */
    private static Rule rule(TypeDefinitionRegistry types, ImplementingTypeDefinition<?> type, FieldDefinition field) {
        Rule own = directives(types, type, field);
        return type instanceof InterfaceTypeDefinition face
                ? types.getImplementationsOf(face).stream()
                        .flatMap(implementation -> implementation.getFieldDefinitions().stream()
                                .filter(each -> each.getName().equals(field.getName()))
                                .map(each -> directives(types, implementation, each)))
                        .reduce(own, Rule::and)
                : own;
    }

    private static Rule directives(
            TypeDefinitionRegistry types, ImplementingTypeDefinition<?> type, FieldDefinition field) {
        TypeDefinition<?> answered =
                answered(types, TypeUtil.unwrapAll(field.getType()).getName());
        return directives(type).and(directives(field)).and(directives(answered));
    }

    private static @Nullable TypeDefinition<?> answered(TypeDefinitionRegistry types, String name) {
        TypeDefinition<?> composite = types.types().get(name);
        return composite == null ? types.scalars().get(name) : composite;
    }

    private static Rule directives(@Nullable Object definition) {
        if (!(definition instanceof DirectivesContainer<?> annotated)) {
            return Rule.OPEN;
        }
        return new Rule(
                annotated.getDirectives(REQUIRES_SCOPES).stream()
                        .map(AccessRules::scopes)
                        .toList(),
                annotated.hasDirective(POLICY));
    }

    private static List<Set<String>> scopes(Directive directive) {
        return texts((ArrayValue) directive.getArgument("scopes").getValue());
    }

    private static List<Set<String>> texts(ArrayValue groups) {
        return groups.getValues().stream()
                .map(group -> ((ArrayValue) group)
                        .getValues().stream()
                                .map(scope -> ((StringValue) scope).getValue())
                                .collect(Collectors.toSet()))
                .toList();
    }

    /**
     * What a field asks for.
     *
     * @param scopes all of these lists must be met, each by one of its groups
     * @param undecided whether a policy is asked for, which nobody decides here
     */
    record Rule(List<List<Set<String>>> scopes, boolean undecided) {

        private static final Rule OPEN = new Rule(List.of(), false);

        private boolean isOpen() {
            return scopes.isEmpty() && !undecided;
        }

        private boolean admits(Set<String> roles) {
            return !undecided
                    && scopes.stream().allMatch(groups -> groups.stream().anyMatch(roles::containsAll));
        }

        private Rule and(Rule other) {
            return new Rule(
                    Stream.concat(scopes.stream(), other.scopes.stream()).toList(), undecided || other.undecided);
        }
    }
}
