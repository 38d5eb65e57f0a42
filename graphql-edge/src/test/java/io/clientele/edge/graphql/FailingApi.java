package io.clientele.edge.graphql;

import jakarta.annotation.security.RolesAllowed;

import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

import io.clientele.edge.CodedException;
import io.clientele.edge.Role;
import io.smallrye.mutiny.Uni;

/** A schema whose fields fail in every way that a resolver can. */
@GraphQLApi
public class FailingApi {

    private final ServiceInfo running;

    public FailingApi(ServiceInfo running) {
        this.running = running;
    }

    @Query
    @NonNull
    @RolesAllowed({Role.ANALYST, Role.ADMIN})
    public ServiceInfo edge() {
        return running;
    }

    @Query
    public String refused() {
        throw new WindowTooLong();
    }

    @Query
    public Uni<String> refusedLater() {
        return Uni.createFrom().failure(new WindowTooLong());
    }

    @Query
    public String broken() {
        throw new IllegalStateException("secret of the house");
    }

    @Query
    public Uni<String> brokenLater() {
        return Uni.createFrom().failure(new IllegalStateException("secret of the house"));
    }

    @Query
    public String outOfMemory() {
        throw new OutOfMemoryError("secret of the house");
    }

    @Query
    public int half(int whole) {
        return whole / 2;
    }

    static final class WindowTooLong extends CodedException {

        private static final long serialVersionUID = 1L;

        WindowTooLong() {
            super("WINDOW_TOO_LONG", "input.window", "A window fills 100%.");
        }
    }
}
