package io.clientele.elasticsearch.funnel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

import org.elasticsearch.common.io.stream.StreamInput;
import org.elasticsearch.common.io.stream.StreamOutput;
import org.elasticsearch.search.aggregations.AggregationReduceContext;
import org.elasticsearch.search.aggregations.AggregatorReducer;
import org.elasticsearch.search.aggregations.InternalAggregation;
import org.elasticsearch.xcontent.XContentBuilder;
import org.jspecify.annotations.Nullable;

/**
 * How many entities reached each step, how many customers there are to list, and the first of them. Counts of shards are added,
 * and their customers merged in order: every event of a customer lies in one shard.
 */
final class InternalFunnelCustomers extends InternalAggregation {

    static final String NAME = "funnel_customers";

    private static final String STEPS = "steps";

    private final long[] counts;
    private final int size;
    private final long total;
    private final List<NamedCustomer> customers;

    /**
     * An answer.
     *
     * @param size most customers that are named after answers were merged
     * @param customers in their order
     */
    InternalFunnelCustomers(
            String name,
            long[] counts,
            int size,
            long total,
            List<NamedCustomer> customers,
            @Nullable Map<String, Object> metadata) {
        super(name, metadata);
        this.counts = counts.clone();
        this.size = size;
        this.total = total;
        this.customers = List.copyOf(customers);
    }

    InternalFunnelCustomers(StreamInput in) throws IOException {
        super(in);
        this.counts = in.readVLongArray();
        this.size = in.readVInt();
        this.total = in.readVLong();
        this.customers = in.readCollectionAsImmutableList(NamedCustomer::read);
    }

    static InternalFunnelCustomers empty(String name, int steps, int size, @Nullable Map<String, Object> metadata) {
        return new InternalFunnelCustomers(name, new long[steps], size, 0, List.of(), metadata);
    }

    long[] counts() {
        return counts.clone();
    }

    long total() {
        return total;
    }

    List<NamedCustomer> customers() {
        return customers;
    }

    @Override
    protected void doWriteTo(StreamOutput out) throws IOException {
        out.writeVLongArray(counts);
        out.writeVInt(size);
        out.writeVLong(total);
        out.writeCollection(customers);
    }

    @Override
    public String getWriteableName() {
        return NAME;
    }

    @Override
    protected AggregatorReducer getLeaderReducer(AggregationReduceContext context, int expected) {
        return merge();
    }

    AggregatorReducer merge() {
        return new Merging();
    }

    private final class Merging implements AggregatorReducer {

        private final long[] sums = new long[counts.length];
        private final TreeSet<NamedCustomer> first = new TreeSet<>();
        private long sum;

        @Override
        public void accept(InternalAggregation aggregation) {
            InternalFunnelCustomers more = (InternalFunnelCustomers) aggregation;
            for (int step = 0; step < sums.length; step++) {
                sums[step] += more.counts[step];
            }
            sum += more.total;
            first.addAll(more.customers);
            while (first.size() > size) {
                first.pollLast();
            }
        }

        @Override
        public InternalAggregation get() {
            return new InternalFunnelCustomers(getName(), sums, size, sum, new ArrayList<>(first), getMetadata());
        }
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
        builder.array(STEPS, counts).startObject("customers").field("total", total);
        builder.startArray("page");
        for (NamedCustomer customer : customers) {
            builder.startObject()
                    .field("hash", customer.hash())
                    .field("id", customer.id())
                    .endObject();
        }
        return builder.endArray().endObject();
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other)
                && other instanceof InternalFunnelCustomers that
                && Arrays.equals(counts, that.counts)
                && size == that.size
                && total == that.total
                && customers.equals(that.customers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), Arrays.hashCode(counts), size, total, customers);
    }
}
