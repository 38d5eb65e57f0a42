package io.clientele.console.shop;

import java.util.Map;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import io.clientele.console.browser.Tokens;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;

import graphql.ExecutionInput;
import graphql.ExecutionResult;

/** Takes GraphQL at {@code /graphql} where the gateway would, and asks the made-up shop. */
@ApplicationScoped
class GatewayStandIn {

    private final MadeUpShop shop;

    @Inject
    GatewayStandIn(MadeUpShop shop) {
        this.shop = shop;
    }

    void route(@Observes Router router) {
        router.post("/graphql").handler(BodyHandler.create(false)).handler(this::answer);
    }

    private void answer(RoutingContext context) {
        String authorization = context.request().getHeader("Authorization");
        if (authorization == null || authorization.contains(Tokens.EXPIRED)) {
            write(
                    context,
                    401,
                    Map.of("error", Map.of("code", "UNAUTHENTICATED", "message", "The token has expired.")));
            return;
        }
        JsonObject request = Objects.requireNonNull(context.body().asJsonObject(), "only JSON is sent");
        ExecutionInput input = ExecutionInput.newExecutionInput(request.getString("query"))
                .variables(request.getJsonObject("variables", new JsonObject()).getMap())
                .build();
        shop.execute(input)
                .thenApply(ExecutionResult::toSpecification)
                .thenAccept(answer -> write(context, 200, answer))
                .exceptionally(fault -> {
                    context.fail(fault);
                    return null;
                });
    }

    private static void write(RoutingContext context, int status, Map<String, Object> answer) {
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .end(new JsonObject(answer).toBuffer());
    }
}
