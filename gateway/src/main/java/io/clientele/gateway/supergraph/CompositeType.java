package io.clientele.gateway.supergraph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** An object, interface or union of the supergraph. Compared by identity: one instance a type. */
public final class CompositeType {

    /** What a type may be. */
    public enum Kind {
        OBJECT,
        INTERFACE,
        UNION
    }

    private final String name;
    private final Kind kind;
    private final Map<String, SupergraphField> fields;
    private final Map<Subgraph, Membership> memberships;
    private final Scopes scopes;
    private final Set<CompositeType> supertypes = new LinkedHashSet<>();
    private final Set<CompositeType> possible = new LinkedHashSet<>();
    private final Map<Subgraph, Set<CompositeType>> possibleIn = new LinkedHashMap<>();

    CompositeType(
            String name,
            Kind kind,
            Map<String, SupergraphField> fields,
            Map<Subgraph, Membership> memberships,
            Scopes scopes) {
        this.name = name;
        this.kind = kind;
        this.fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        this.memberships = Collections.unmodifiableMap(new LinkedHashMap<>(memberships));
        this.scopes = scopes;
        if (kind == Kind.OBJECT) {
            possible.add(this);
        }
    }

    /** Makes an object one of this type's possible types, in the given subgraphs. */
    void include(CompositeType object, Set<Subgraph> where) {
        possible.add(object);
        object.supertypes.add(this);
        where.forEach(subgraph -> possibleIn
                .computeIfAbsent(subgraph, any -> new LinkedHashSet<>())
                .add(object));
    }

    /** Notes an interface that this interface implements. */
    void implement(CompositeType supertype) {
        supertypes.add(supertype);
    }

    public String name() {
        return name;
    }

    public Kind kind() {
        return kind;
    }

    public boolean isObject() {
        return kind == Kind.OBJECT;
    }

    /** Its fields by name; a union has none. */
    public Map<String, SupergraphField> fields() {
        return fields;
    }

    /** The field of that name, {@code __typename} among them; null if there is none. */
    public @Nullable SupergraphField field(String field) {
        return field.equals(SupergraphField.TYPENAME.name()) ? SupergraphField.TYPENAME : fields.get(field);
    }

    /** Who may see values of this type. */
    public Scopes scopes() {
        return scopes;
    }

    /** The subgraphs that know this type, each with how. */
    public Map<Subgraph, Membership> memberships() {
        return memberships;
    }

    /** The keys by which a subgraph resolves entities of this type; none if it resolves none. */
    public List<EntityKey> resolvableKeys(Subgraph subgraph) {
        Membership membership = memberships.get(subgraph);
        return membership == null
                ? List.of()
                : membership.keys().stream().filter(EntityKey::resolvable).toList();
    }

    /** Whether a subgraph knows this interface as an object, without its concrete types. */
    public boolean isInterfaceObjectIn(Subgraph subgraph) {
        Membership membership = memberships.get(subgraph);
        return membership != null && membership.interfaceObject();
    }

    /** The objects that a value of this type can be; an object itself. */
    public Set<CompositeType> possible() {
        return Collections.unmodifiableSet(possible);
    }

    /** The objects that a value of this type can be when that subgraph answers it. */
    public Set<CompositeType> possibleIn(Subgraph subgraph) {
        return isObject() ? possible() : Collections.unmodifiableSet(possibleIn.getOrDefault(subgraph, Set.of()));
    }

    /** The interfaces and unions that this type belongs to. */
    public Set<CompositeType> supertypes() {
        return Collections.unmodifiableSet(supertypes);
    }

    /** Whether every value of this type is one of the other's too. */
    public boolean isWithin(CompositeType other) {
        return this == other || supertypes.contains(other);
    }

    @Override
    public String toString() {
        return name;
    }
}
