package io.clientele.elasticsearch.funnel;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.elasticsearch.common.io.stream.StreamInput;
import org.elasticsearch.common.io.stream.StreamOutput;
import org.elasticsearch.search.aggregations.AggregationReduceContext;
import org.elasticsearch.search.aggregations.AggregatorReducer;
import org.elasticsearch.search.aggregations.InternalAggregation;
import org.elasticsearch.xcontent.XContentBuilder;
import org.jspecify.annotations.Nullable;

/**
 * How many entities reached each step. Answers of shards are added: every event of an entity lies in one shard.
 */
final class InternalFunnel extends InternalAggregation {

    private static final String STEPS = "steps";

    private final long[] counts;

    InternalFunnel(String name, long[] counts, @Nullable Map<String, Object> metadata) {
        super(name, metadata);
        this.counts = counts.clone();
    }

    InternalFunnel(StreamInput in) throws IOException {
        super(in);
        this.counts = in.readVLongArray();
    }

    static InternalFunnel empty(String name, int steps, @Nullable Map<String, Object> metadata) {
        return new InternalFunnel(name, new long[steps], metadata);
    }

    /** Entities that reached each step, never increasing. */
    long[] counts() {
        return counts.clone();
    }

    @Override
    protected void doWriteTo(StreamOutput out) throws IOException {
        out.writeVLongArray(counts);
    }

    @Override
    public String getWriteableName() {
        return FunnelAggregationBuilder.NAME;
    }

    @Override
    protected AggregatorReducer getLeaderReducer(AggregationReduceContext context, int size) {
        return sum();
    }

    AggregatorReducer sum() {
        long[] sums = new long[counts.length];
        return new AggregatorReducer() {
            @Override
            public void accept(InternalAggregation aggregation) {
                long[] more = ((InternalFunnel) aggregation).counts;
                for (int step = 0; step < sums.length; step++) {
                    sums[step] += more[step];
                }
            }

            @Override
            public InternalAggregation get() {
                return new InternalFunnel(getName(), sums, getMetadata());
            }
        };
    }

    @Override
    protected boolean mustReduceOnSingleInternalAgg() {
        return false;
    }

    /** {@code steps} is the list of counts; nothing else can be asked for. */
    @Override
    public Object getProperty(List<String> path) {
        if (path.isEmpty()) {
            return this;
        }
        if (path.equals(List.of(STEPS))) {
            return Arrays.stream(counts).boxed().toList();
        }
        throw new IllegalArgumentException("unknown path " + path + " of funnel [" + getName() + "]");
    }

    @Override
    public XContentBuilder doXContentBody(XContentBuilder builder, Params params) throws IOException {
        return builder.array(STEPS, counts);
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other) && Arrays.equals(counts, ((InternalFunnel) other).counts);
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), Arrays.hashCode(counts));
    }
}
