package io.clientele.gateway.supergraph;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import graphql.GraphQLException;
import graphql.language.AstTransformer;
import graphql.language.Definition;
import graphql.language.Directive;
import graphql.language.DirectiveDefinition;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.NamedNode;
import graphql.language.Node;
import graphql.language.NodeVisitorStub;
import graphql.language.SDLDefinition;
import graphql.language.SchemaDefinition;
import graphql.language.TypeDefinition;
import graphql.language.TypeName;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import graphql.util.TreeTransformerUtil;

/** What of a supergraph schema clients may see. */
final class PublicSchema {

    private static final String INACCESSIBLE = "inaccessible";
    private static final Set<String> SHOWN_DIRECTIVES = Set.of("deprecated", "specifiedBy", "oneOf");

    /** Nothing is fetched by graphql-java but introspection; it needs the schema to validate with, and to describe. */
    private static final RuntimeWiring WIRING =
            RuntimeWiring.newRuntimeWiring().wiringFactory(new PassingScalars()).build();

    private PublicSchema() {}

    /**
     * Builds the schema.
     *
     * @throws MalformedSupergraphException if what remains is no valid schema
     */
    @SuppressWarnings("rawtypes") // as graphql-java declares it
    static GraphQLSchema of(Document supergraph) {
        Set<String> hidden = supergraph.getDefinitionsOfType(TypeDefinition.class).stream()
                .filter(type -> type.hasDirective(INACCESSIBLE))
                .map(TypeDefinition::getName)
                .collect(Collectors.toSet());
        Set<String> linked = JoinDirectives.linkedNames(supergraph);
        List<Definition> visible = supergraph.getDefinitions().stream()
                .filter(definition -> isVisible(definition, linked))
                .map(definition -> stripped(definition, hidden))
                .collect(Collectors.toList());
        try {
            TypeDefinitionRegistry registry = new SchemaParser()
                    .buildRegistry(Document.newDocument().definitions(visible).build());
            return new SchemaGenerator().makeExecutableSchema(registry, WIRING);
        } catch (GraphQLException invalid) {
            throw new MalformedSupergraphException(String.valueOf(invalid.getMessage()), invalid);
        }
    }

    private static boolean isVisible(Definition<?> definition, Set<String> linked) {
        boolean inaccessible =
                definition instanceof DirectivesContainer<?> container && container.hasDirective(INACCESSIBLE);
        if (inaccessible || !(definition instanceof NamedNode<?> named) || named.getName() == null) {
            return !inaccessible; // the schema definition has no name
        }
        String name = named.getName();
        boolean linkedThing = linked.stream().anyMatch(specification -> name.startsWith(specification + "__"));
        return !linkedThing && !(definition instanceof DirectiveDefinition && linked.contains(name));
    }

    /** Without the inaccessible parts and without directives, which introspection doesn't show anyway. */
    @SuppressWarnings("ReferenceEquality") // nodes have no other equality
    private static Definition<?> stripped(Definition<?> definition, Set<String> hidden) {
        if (definition instanceof SchemaDefinition schema) {
            return schema.transform(builder -> builder.directives(List.of()));
        }
        if (!(definition instanceof SDLDefinition<?>)) {
            throw new MalformedSupergraphException("it holds more than a schema: " + definition);
        }
        return (Definition<?>) new AstTransformer().transform(definition, new NodeVisitorStub() {
            @Override
            @SuppressWarnings("rawtypes") // as graphql-java declares it
            public TraversalControl visitDirective(Directive directive, TraverserContext<Node> context) {
                return SHOWN_DIRECTIVES.contains(directive.getName())
                        ? TraversalControl.CONTINUE
                        : TreeTransformerUtil.deleteNode(context);
            }

            @Override
            @SuppressWarnings("rawtypes") // as graphql-java declares it
            public TraversalControl visitTypeName(TypeName name, TraverserContext<Node> context) {
                // An interface that it implements, or a member of the union; a field of a hidden type is hidden itself.
                boolean listed = context.getParentNode() == definition;
                return listed && hidden.contains(name.getName())
                        ? TreeTransformerUtil.deleteNode(context)
                        : TraversalControl.CONTINUE;
            }

            @Override
            @SuppressWarnings("rawtypes") // as graphql-java declares it
            protected TraversalControl visitNode(Node node, TraverserContext<Node> context) {
                boolean inaccessible = node != definition
                        && node instanceof DirectivesContainer<?> container
                        && container.hasDirective(INACCESSIBLE);
                return inaccessible ? TreeTransformerUtil.deleteNode(context) : TraversalControl.CONTINUE;
            }
        });
    }
}
