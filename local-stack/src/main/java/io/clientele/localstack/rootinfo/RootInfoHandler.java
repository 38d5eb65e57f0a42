package io.clientele.localstack.rootinfo;

import java.io.IOException;
import java.util.List;

import org.elasticsearch.Build;
import org.elasticsearch.action.admin.cluster.state.ClusterStateRequest;
import org.elasticsearch.action.admin.cluster.state.ClusterStateResponse;
import org.elasticsearch.client.internal.node.NodeClient;
import org.elasticsearch.core.TimeValue;
import org.elasticsearch.index.IndexVersion;
import org.elasticsearch.rest.BaseRestHandler;
import org.elasticsearch.rest.RestRequest;
import org.elasticsearch.rest.RestResponse;
import org.elasticsearch.rest.RestStatus;
import org.elasticsearch.rest.action.RestBuilderListener;
import org.elasticsearch.xcontent.XContentBuilder;

/** Answers {@code GET /} and {@code HEAD /} with the name of the node, of the cluster and the server's version. */
final class RootInfoHandler extends BaseRestHandler {

    @Override
    public String getName() {
        return "root_info";
    }

    @Override
    public List<Route> routes() {
        return List.of(new Route(RestRequest.Method.GET, "/"), new Route(RestRequest.Method.HEAD, "/"));
    }

    @Override
    protected RestChannelConsumer prepareRequest(RestRequest request, NodeClient client) {
        ClusterStateRequest state = new ClusterStateRequest(TimeValue.timeValueSeconds(30))
                .clear()
                .metadata(true)
                .nodes(true);
        return channel -> client.admin().cluster().state(state, new RestBuilderListener<>(channel) {
            @Override
            public RestResponse buildResponse(ClusterStateResponse answer, XContentBuilder json) throws IOException {
                write(answer, json.prettyPrint());
                return new RestResponse(RestStatus.OK, json);
            }
        });
    }

    private static void write(ClusterStateResponse answer, XContentBuilder json) throws IOException {
        Build build = Build.current();
        json.startObject();
        json.field("name", answer.getState().nodes().getLocalNode().getName());
        json.field("cluster_name", answer.getClusterName().value());
        json.field("cluster_uuid", answer.getState().metadata().clusterUUID());
        json.startObject("version");
        json.field("number", build.qualifiedVersion());
        json.field("build_flavor", build.flavor());
        json.field("build_type", build.type().displayName());
        json.field("build_hash", build.hash());
        json.field("build_date", build.date());
        json.field("build_snapshot", build.isSnapshot());
        json.field("lucene_version", IndexVersion.current().luceneVersion().toString());
        json.field("minimum_wire_compatibility_version", build.minWireCompatVersion());
        json.field("minimum_index_compatibility_version", build.minIndexCompatVersion());
        json.endObject();
        json.field("tagline", "You Know, for Search");
        json.endObject();
    }
}
