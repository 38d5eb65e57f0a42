package io.clientele.edge.graphql;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;

import org.jspecify.annotations.Nullable;

import io.smallrye.graphql.schema.model.DirectiveArgument;
import io.smallrye.graphql.schema.model.DirectiveInstance;
import io.smallrye.graphql.schema.model.DirectiveType;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Scalars;
import io.smallrye.graphql.schema.model.Wrapper;
import io.smallrye.graphql.schema.model.WrapperType;
import io.smallrye.graphql.spi.EventingService;

/**
 * Says in the schema which roles a field asks for, as Federation says it: {@code @requiresScopes(scopes: [["admin"],
 * ["analyst"]])} for {@code @RolesAllowed({"analyst", "admin"})}. So a role is written once, the service enforces it, and
 * whoever reads the composed schema can enforce it before asking the service.
 *
 * <p>SmallRye's own {@code @rolesAllowed} keeps the first role only, and composition drops it; it is left out.
 */
public final class ScopesFromRoles implements EventingService {

    private static final DirectiveType REQUIRES_SCOPES = directive();

    /** Always on: there is no key of configuration for it. */
    @Override
    public @Nullable String getConfigKey() {
        return null;
    }

    @Override
    public Operation createOperation(Operation operation) {
        List<DirectiveInstance> directives = new ArrayList<>();
        if (operation.hasDirectiveInstances()) {
            operation.getDirectiveInstances().stream()
                    .filter(directive -> !isOfRoles(directive.getType()))
                    .forEach(directives::add);
        }
        List<String> roles = roles(operation);
        if (!roles.isEmpty()) {
            directives.add(scopes(roles));
        }
        operation.setDirectiveInstances(directives);
        return operation;
    }

    private static boolean isOfRoles(DirectiveType type) {
        return "rolesAllowed".equals(type.getName())
                || REQUIRES_SCOPES.getName().equals(type.getName());
    }

    /** The roles of an operation's method, in alphabetical order; none if it asks for none. */
    private static List<String> roles(Operation operation) {
        Class<?> api = load(operation.getClassName());
        Set<List<String>> found = Arrays.stream(api.getDeclaredMethods())
                .filter(method -> method.getName().equals(operation.getMethodName()) && !method.isSynthetic())
                .map(method -> roles(api, method))
                .collect(Collectors.toSet());
        if (found.size() != 1) {
            throw new IllegalStateException(api.getName() + "." + operation.getMethodName()
                    + " stands for methods of different roles: " + found + "; give them names of their own.");
        }
        return found.iterator().next();
    }

    private static List<String> roles(Class<?> api, Method method) {
        RolesAllowed own = method.getAnnotation(RolesAllowed.class);
        RolesAllowed allowed = own != null ? own : api.getAnnotation(RolesAllowed.class);
        return allowed == null
                ? List.of()
                : Arrays.stream(allowed.value()).sorted().toList();
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException("The class of a field of the schema is not there", impossible);
        }
    }

    private static DirectiveInstance scopes(List<String> roles) {
        DirectiveInstance instance = new DirectiveInstance();
        instance.setType(REQUIRES_SCOPES);
        instance.setValue("scopes", roles.stream().map(List::of).toList());
        return instance;
    }

    private static DirectiveType directive() {
        Wrapper group = new Wrapper(WrapperType.ARRAY, String[].class.getName(), true);
        Wrapper groups = new Wrapper(WrapperType.ARRAY, String[][].class.getName(), true);
        groups.setWrapper(group);
        DirectiveArgument scopes = new DirectiveArgument();
        scopes.setName("scopes");
        scopes.setReference(Scalars.getStringScalar());
        scopes.setNotNull(true);
        scopes.setWrapper(groups);
        DirectiveType type = new DirectiveType();
        type.setName("requiresScopes");
        type.setLocations(Set.of("FIELD_DEFINITION"));
        type.addArgumentType(scopes);
        return type;
    }
}
