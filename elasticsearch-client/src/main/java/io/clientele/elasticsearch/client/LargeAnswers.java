package io.clientele.elasticsearch.client;

import org.apache.http.config.ConnectionConfig;
import org.apache.http.impl.nio.client.HttpAsyncClientBuilder;
import org.elasticsearch.client.RestClientBuilder;

import io.quarkus.elasticsearch.restclient.lowlevel.ElasticsearchClientConfig;

/** Takes answers in by larger pieces: pages of events have megabytes, and every piece costs a turn of the selector. */
@ElasticsearchClientConfig
class LargeAnswers implements RestClientBuilder.HttpClientConfigCallback {

    private static final int PIECE = 64 * 1024;

    @Override
    public HttpAsyncClientBuilder customizeHttpClient(HttpAsyncClientBuilder builder) {
        return builder.setDefaultConnectionConfig(
                ConnectionConfig.custom().setBufferSize(PIECE).build());
    }
}
