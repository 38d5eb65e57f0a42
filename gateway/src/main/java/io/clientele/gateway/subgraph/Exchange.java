package io.clientele.gateway.subgraph;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.clientele.gateway.execute.SubgraphAnswer;
import io.clientele.gateway.execute.SubgraphException;
import io.clientele.gateway.execute.SubgraphException.Code;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;

/** One try: a request, its answer, and the time that both may take together. */
final class Exchange {

    private static final int UNAUTHORIZED = 401;
    private static final Set<Integer> UNREACHABLE = Set.of(502, 503, 504);
    private static final int FIRST_CHUNK = 8 << 10;

    private final String subgraph;
    private final long limit;
    private final Promise<SubgraphAnswer> answer = Promise.promise();
    private volatile @Nullable HttpClientRequest request;

    private Exchange(String subgraph, long limit) {
        this.subgraph = subgraph;
        this.limit = limit;
    }

    /**
     * Makes a try.
     *
     * @param patience how long it may take, in ms
     * @param limit how large the answer may be, in bytes
     * @return the answer; failed with {@link UnreachableException} if another try may help, else with
     *     {@link SubgraphException}
     */
    static Future<SubgraphAnswer> run(
            Vertx vertx,
            HttpClient client,
            String subgraph,
            RequestOptions options,
            Buffer body,
            long patience,
            long limit) {
        Exchange exchange = new Exchange(subgraph, limit);
        long timer = vertx.setTimer(patience, expired -> exchange.expire());
        client.request(options).compose(request -> exchange.send(request, body)).onFailure(exchange::fail);
        return exchange.answer.future().onComplete(done -> vertx.cancelTimer(timer));
    }

    private Future<Void> send(HttpClientRequest opened, Buffer body) {
        request = opened;
        if (answer.future().isComplete()) {
            opened.reset(); // it took all the time to get a connection
            return Future.succeededFuture();
        }
        return opened.send(body).compose(this::receive);
    }

    private Future<Void> receive(HttpClientResponse response) {
        int status = response.statusCode();
        if (UNREACHABLE.contains(status)) {
            return Future.failedFuture(new UnreachableException("answers " + status));
        }
        if (status == UNAUTHORIZED) {
            return Future.failedFuture(refusal(Code.UNAUTHENTICATED, "does not accept the caller's token."));
        }
        Buffer received = Buffer.buffer(FIRST_CHUNK);
        response.handler(chunk -> {
            if (received.length() + (long) chunk.length() > limit) {
                fail(refusal(Code.SUBGRAPH_ANSWER_MALFORMED, "answers more than the gateway takes."));
                response.request().reset();
            } else {
                received.appendBuffer(chunk);
            }
        });
        return response.end().onSuccess(ended -> judge(status, received));
    }

    private void judge(int status, Buffer received) {
        SubgraphAnswer read = AnswerReader.read(received.getBytes());
        if (read == null) {
            fail(refusal(
                    Code.SUBGRAPH_ANSWER_MALFORMED,
                    "answers what is no answer of GraphQL, with status " + status + "."));
        } else {
            answer.tryComplete(read);
        }
    }

    private void expire() {
        HttpClientRequest opened = request;
        if (answer.tryFail(refusal(Code.SUBGRAPH_TIMEOUT, "does not answer in time.")) && opened != null) {
            opened.reset();
        }
    }

    private void fail(Throwable failure) {
        answer.tryFail(
                switch (failure) {
                    case SubgraphException judged -> judged;
                    case UnreachableException unreachable -> unreachable;
                    case ConnectionPoolTooBusyException busy ->
                        refusal(Code.SUBGRAPH_UNAVAILABLE, "is asked more than it can take.");
                    default -> new UnreachableException(String.valueOf(failure.getMessage()));
                });
    }

    private SubgraphException refusal(Code code, String what) {
        return new SubgraphException(code, "The service '" + subgraph + "' " + what);
    }
}
