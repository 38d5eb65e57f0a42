package io.clientele.gateway.supergraph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.OperationTypeDefinition;
import graphql.language.SchemaDefinition;
import graphql.language.Type;
import graphql.language.TypeDefinition;
import graphql.language.TypeName;
import graphql.language.UnionTypeDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;

/** Builds the model from the schema's text. */
final class SupergraphReader {

    private static final String GRAPHS = "join__Graph";

    private final Document document;
    private final Map<String, Subgraph> subgraphs = new LinkedHashMap<>();
    private final Map<String, CompositeType> types = new LinkedHashMap<>();

    SupergraphReader(String sdl) {
        try {
            this.document = new Parser()
                    .parseDocument(ParserEnvironment.newParserEnvironment()
                            .document(sdl)
                            .parserOptions(ParserOptions.getDefaultSdlParserOptions())
                            .build());
        } catch (InvalidSyntaxException syntax) {
            throw new MalformedSupergraphException(String.valueOf(syntax.getMessage()), syntax);
        }
    }

    Supergraph read() {
        JoinDirectives.requireOwnNames(document);
        readSubgraphs();
        for (TypeDefinition<?> definition : definitions(TypeDefinition.class)) {
            CompositeType type = composite(definition);
            if (type != null) {
                types.put(type.name(), type);
            }
        }
        link();
        List<OperationTypeDefinition> roots = definitions(SchemaDefinition.class).stream()
                .flatMap(schema -> schema.getOperationTypeDefinitions().stream())
                .toList();
        CompositeType query = types.get(JoinDirectives.rootName(roots, "query", "Query"));
        if (query == null) {
            throw new MalformedSupergraphException("it has no type for queries");
        }
        CompositeType mutation = types.get(JoinDirectives.rootName(roots, "mutation", "Mutation"));
        return new Supergraph(
                subgraphs, types, enums(), scopes(), new Supergraph.Roots(query, mutation), PublicSchema.of(document));
    }

    private <T> List<T> definitions(Class<? super T> kind) {
        List<T> found = new ArrayList<>();
        document.getDefinitions().stream().filter(kind::isInstance).forEach(definition -> {
            @SuppressWarnings("unchecked") // just asked
            T one = (T) definition;
            found.add(one);
        });
        return found;
    }

    private void readSubgraphs() {
        EnumTypeDefinition graphs = this.<EnumTypeDefinition>definitions(EnumTypeDefinition.class).stream()
                .filter(definition -> definition.getName().equals(GRAPHS))
                .findFirst()
                .orElseThrow(() -> new MalformedSupergraphException("it has no enum " + GRAPHS));
        for (EnumValueDefinition value : graphs.getEnumValueDefinitions()) {
            Directive graph = JoinDirectives.named(value, "join__graph").stream()
                    .findFirst()
                    .orElseThrow(() -> new MalformedSupergraphException(
                            "the subgraph " + value.getName() + " has no @join__graph"));
            String name = JoinDirectives.text(graph, "name");
            String url = JoinDirectives.text(graph, "url");
            subgraphs.put(
                    value.getName(),
                    new Subgraph(value.getName(), name == null ? value.getName() : name, url == null ? "" : url));
        }
    }

    private @Nullable CompositeType composite(TypeDefinition<?> definition) {
        CompositeType.Kind kind = switch (definition) {
            case ObjectTypeDefinition object -> CompositeType.Kind.OBJECT;
            case InterfaceTypeDefinition face -> CompositeType.Kind.INTERFACE;
            case UnionTypeDefinition union -> CompositeType.Kind.UNION;
            default -> null;
        };
        if (kind == null) {
            return null;
        }
        Map<Subgraph, Membership> memberships = memberships(definition);
        Map<String, SupergraphField> fields = new LinkedHashMap<>();
        if (definition instanceof ImplementingTypeDefinition<?> implementing) {
            implementing
                    .getFieldDefinitions()
                    .forEach(field -> fields.put(field.getName(), field(field, memberships.keySet())));
        }
        return new CompositeType(definition.getName(), kind, fields, memberships, JoinDirectives.scopes(definition));
    }

    private Map<Subgraph, Membership> memberships(TypeDefinition<?> definition) {
        Map<Subgraph, List<EntityKey>> keys = new LinkedHashMap<>();
        Set<Subgraph> interfaceObjects = new LinkedHashSet<>();
        for (Directive join : JoinDirectives.named(definition, "join__type")) {
            Subgraph subgraph = subgraph(join, definition.getName());
            List<EntityKey> own = keys.computeIfAbsent(subgraph, any -> new ArrayList<>());
            var fields = JoinDirectives.fieldSet(join, "key");
            if (fields != null) {
                own.add(new EntityKey(fields, JoinDirectives.flag(join, "resolvable", true)));
            }
            if (JoinDirectives.flag(join, "isInterfaceObject", false)) {
                interfaceObjects.add(subgraph);
            }
        }
        Map<Subgraph, Membership> memberships = new LinkedHashMap<>();
        keys.forEach(
                (subgraph, own) -> memberships.put(subgraph, new Membership(own, interfaceObjects.contains(subgraph))));
        return memberships;
    }

    /** A field without {@code @join__field} belongs to every subgraph that has the type. */
    private SupergraphField field(FieldDefinition definition, Set<Subgraph> owners) {
        TypeRef type = TypeRef.of(definition.getType());
        List<Directive> joins = JoinDirectives.named(definition, "join__field");
        Map<Subgraph, FieldSource> sources = new LinkedHashMap<>();
        if (joins.isEmpty()) {
            owners.forEach(owner -> sources.put(owner, new FieldSource(type, true, null, null)));
        }
        for (Directive join : joins) {
            if (JoinDirectives.graph(join) == null) {
                continue; // the field of an interface object: found through the interface
            }
            boolean external =
                    JoinDirectives.flag(join, "external", false) || JoinDirectives.flag(join, "usedOverridden", false);
            sources.put(
                    subgraph(join, definition.getName()),
                    new FieldSource(
                            JoinDirectives.type(join).orElse(type),
                            !external,
                            JoinDirectives.fieldSet(join, "requires"),
                            JoinDirectives.fieldSet(join, "provides")));
        }
        return new SupergraphField(definition.getName(), type, sources, JoinDirectives.scopes(definition));
    }

    private Subgraph subgraph(Directive join, String where) {
        String id = JoinDirectives.graph(join);
        Subgraph subgraph = id == null ? null : subgraphs.get(id);
        if (subgraph == null) {
            throw new MalformedSupergraphException(where + " names the unknown subgraph " + id);
        }
        return subgraph;
    }

    private void link() {
        for (ImplementingTypeDefinition<?> definition :
                this.<ImplementingTypeDefinition<?>>definitions(ImplementingTypeDefinition.class)) {
            CompositeType type = required(definition.getName());
            for (Type<?> supertype : definition.getImplements()) {
                CompositeType face = required(((TypeName) supertype).getName());
                if (type.isObject()) {
                    face.include(type, where(definition, "join__implements", "interface", face, type));
                } else {
                    type.implement(face);
                }
            }
        }
        for (UnionTypeDefinition definition : this.<UnionTypeDefinition>definitions(UnionTypeDefinition.class)) {
            CompositeType union = required(definition.getName());
            for (Type<?> member : definition.getMemberTypes()) {
                CompositeType object = required(((TypeName) member).getName());
                union.include(object, where(definition, "join__unionMember", "member", object, union));
            }
        }
    }

    /** The subgraphs in which a relation holds; where the schema doesn't say, all that know both sides. */
    private Set<Subgraph> where(
            TypeDefinition<?> definition, String directive, String argument, CompositeType named, CompositeType other) {
        List<Directive> joins = JoinDirectives.named(definition, directive);
        if (joins.isEmpty()) {
            Set<Subgraph> both = new LinkedHashSet<>(named.memberships().keySet());
            both.retainAll(other.memberships().keySet());
            return both;
        }
        return joins.stream()
                .filter(join -> named.name().equals(JoinDirectives.text(join, argument)))
                .map(join -> subgraph(join, definition.getName()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private CompositeType required(String name) {
        CompositeType type = types.get(name);
        if (type == null) {
            throw new MalformedSupergraphException("the type " + name + " is used and not defined");
        }
        return type;
    }

    private Map<String, Scopes> scopes() {
        Map<String, Scopes> scopes = new LinkedHashMap<>();
        for (TypeDefinition<?> definition : this.<TypeDefinition<?>>definitions(TypeDefinition.class)) {
            Scopes own = JoinDirectives.scopes(definition);
            if (!own.equals(Scopes.NONE)) {
                scopes.put(definition.getName(), own);
            }
        }
        return scopes;
    }

    private Map<String, Set<String>> enums() {
        Map<String, Set<String>> enums = new LinkedHashMap<>();
        for (EnumTypeDefinition definition : this.<EnumTypeDefinition>definitions(EnumTypeDefinition.class)) {
            enums.put(
                    definition.getName(),
                    definition.getEnumValueDefinitions().stream()
                            .filter(value -> !value.hasDirective("inaccessible"))
                            .map(EnumValueDefinition::getName)
                            .collect(Collectors.toSet()));
        }
        return enums;
    }
}
