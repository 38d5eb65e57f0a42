package io.clientele.elasticsearch.funnel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;

import org.apache.lucene.search.Query;
import org.elasticsearch.TransportVersion;
import org.elasticsearch.common.io.stream.StreamInput;
import org.elasticsearch.common.io.stream.StreamOutput;
import org.elasticsearch.core.TimeValue;
import org.elasticsearch.index.query.QueryBuilder;
import org.elasticsearch.index.query.QueryRewriteContext;
import org.elasticsearch.index.query.Rewriteable;
import org.elasticsearch.plugins.SearchPlugin.AggregationSpec;
import org.elasticsearch.search.aggregations.AbstractAggregationBuilder;
import org.elasticsearch.search.aggregations.AggregationBuilder;
import org.elasticsearch.search.aggregations.AggregatorFactories;
import org.elasticsearch.search.aggregations.AggregatorFactory;
import org.elasticsearch.search.aggregations.support.AggregationContext;
import org.elasticsearch.xcontent.XContentBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The request of the aggregation {@code funnel}, usable at the top or inside any bucket aggregation.
 *
 * <pre>{@code
 * "funnel": {
 *   "entity": "customer_hash",    a long field with doc values; events without it are ignored
 *   "time": "@timestamp",         a date field; events without it are ignored
 *   "window": "7d",               inclusive, whole milliseconds, above 0
 *   "anchor": "any",              or "first_ever"
 *   "strict_increase": false,
 *   "anchor_from": 1569888000000, epoch milliseconds, optional: no earlier step 1 begins a chain
 *   "steps": [ {query}, ... ],    1 to 32
 *   "customers": {                optional, at the top only: names customers too
 *     "hash": "customer_hash",    a long field by which they are in order; events without it are ignored
 *     "id": "customer_id",        a keyword field, one value in each event
 *     "step": 1,                  the step that they reached, from 1
 *     "outcome": "dropped",       those who reached no further one; or "converted": all who reached it
 *     "size": 10000               the first so many by hash, then id; 1 to 10000
 *   }
 * }
 * }</pre>
 *
 * <p>The answer is {@code {"steps": [4504, 111, 62]}}: the number of entities that reached each step, exactly, by the definition
 * of {@link FunnelAutomaton}. Every event of an entity must lie in one shard (index with a routing that the entity determines);
 * otherwise an entity is counted once for each shard.
 *
 * <p>With {@code customers} the answer has {@code "customers": {"total": 4393, "page": [{"hash": -9223…, "id": "c-1"}, …]}} besides:
 * how many there are, and the first. To go on, search for customers with a greater hash. A customer of several entities, such
 * as sessions, is listed once if the outcome is that of any of them.
 */
public final class FunnelAggregationBuilder extends AbstractAggregationBuilder<FunnelAggregationBuilder> {

    /** The aggregation's name in requests. */
    public static final String NAME = "funnel";

    private final String entity;
    private final String time;
    private final List<QueryBuilder> steps;
    private final FunnelRules rules;
    private final @Nullable CustomerListing customers;

    FunnelAggregationBuilder(
            String name,
            String entity,
            String time,
            List<QueryBuilder> steps,
            FunnelRules rules,
            @Nullable CustomerListing customers) {
        super(name);
        this.entity = entity;
        this.time = time;
        this.steps = List.copyOf(steps);
        this.rules = rules;
        this.customers = customers;
    }

    private FunnelAggregationBuilder(StreamInput in) throws IOException {
        super(in);
        this.entity = in.readString();
        this.time = in.readString();
        this.steps = in.readNamedWriteableCollectionAsList(QueryBuilder.class);
        this.rules = new FunnelRules(
                steps.size(), in.readVLong(), in.readEnum(Anchor.class), in.readBoolean(), in.readLong());
        this.customers = in.readOptional(CustomerListing::read);
    }

    private FunnelAggregationBuilder(
            FunnelAggregationBuilder original,
            AggregatorFactories.Builder factories,
            @Nullable Map<String, Object> metadata) {
        super(original, factories, metadata);
        this.entity = original.entity;
        this.time = original.time;
        this.steps = original.steps;
        this.rules = original.rules;
        this.customers = original.customers;
    }

    /** What a plugin registers with a node. */
    public static AggregationSpec specification() {
        return new AggregationSpec(NAME, FunnelAggregationBuilder::new, FunnelParser::parse)
                .addResultReader(InternalFunnel::new)
                .addResultReader(InternalFunnelCustomers.NAME, InternalFunnelCustomers::new);
    }

    @Override
    protected void doWriteTo(StreamOutput out) throws IOException {
        out.writeString(entity);
        out.writeString(time);
        out.writeNamedWriteableCollection(steps);
        out.writeVLong(rules.window());
        out.writeEnum(rules.anchor());
        out.writeBoolean(rules.strictIncrease());
        out.writeLong(rules.anchorFrom());
        out.writeOptionalWriteable(customers);
    }

    @Override
    protected AggregationBuilder doRewrite(QueryRewriteContext context) throws IOException {
        List<QueryBuilder> rewritten = new ArrayList<>(steps.size());
        boolean changed = false;
        for (QueryBuilder step : steps) {
            QueryBuilder result = Rewriteable.rewrite(step, context);
            changed |= !result.equals(step);
            rewritten.add(result);
        }
        return changed ? new FunnelAggregationBuilder(getName(), entity, time, rewritten, rules, customers) : this;
    }

    @Override
    protected AggregatorFactory doBuild(
            AggregationContext context, AggregatorFactory parent, AggregatorFactories.Builder subfactories)
            throws IOException {
        boolean hasEntities = EventField.ENTITY.isMapped(entity, context);
        boolean hasTimes = EventField.TIME.isMapped(time, context);
        List<Query> queries = new ArrayList<>(steps.size());
        for (QueryBuilder step : steps) {
            queries.add(context.buildQuery(step));
        }
        if (customers != null && parent != null) {
            throw new IllegalArgumentException("funnel [" + getName() + "] names [customers] at the top only");
        }
        FunnelPlan plan = new FunnelPlan(
                EventField.resolve(entity, context),
                EventField.resolve(time, context),
                queries,
                rules,
                customers == null ? null : resolved(customers, context),
                hasEntities && hasTimes && (customers == null || isMapped(customers, context)));
        return new FunnelAggregatorFactory(getName(), plan, context, parent, subfactories, metadata);
    }

    private static CustomerListing resolved(CustomerListing customers, AggregationContext context) {
        return new CustomerListing(
                EventField.resolve(customers.hash(), context),
                EventField.resolve(customers.id(), context),
                customers.step(),
                customers.outcome(),
                customers.size());
    }

    private static boolean isMapped(CustomerListing customers, AggregationContext context) {
        boolean hasHashes = EventField.HASH.isMapped(customers.hash(), context);
        return EventField.ID.isMapped(customers.id(), context) && hasHashes;
    }

    @Override
    public FunnelAggregationBuilder subAggregations(AggregatorFactories.Builder factories) {
        if (factories.count() > 0) {
            throw new IllegalArgumentException("funnel [" + getName() + "] cannot accept sub-aggregations");
        }
        return super.subAggregations(factories);
    }

    /** No: each collector would see only a part of an entity's events. */
    @Override
    public boolean supportsParallelCollection(ToLongFunction<String> fieldCardinalityResolver) {
        return false;
    }

    @Override
    public BucketCardinality bucketCardinality() {
        return BucketCardinality.NONE;
    }

    @Override
    protected AggregationBuilder shallowCopy(
            AggregatorFactories.Builder factories, @Nullable Map<String, Object> metadata) {
        return new FunnelAggregationBuilder(this, factories, metadata);
    }

    @Override
    protected XContentBuilder internalXContent(XContentBuilder builder, Params params) throws IOException {
        builder.startObject();
        builder.field(FunnelParser.ENTITY.getPreferredName(), entity);
        builder.field(FunnelParser.TIME.getPreferredName(), time);
        builder.field(
                FunnelParser.WINDOW.getPreferredName(),
                TimeValue.timeValueMillis(rules.window()).getStringRep());
        builder.field(FunnelParser.ANCHOR.getPreferredName(), rules.anchor().toString());
        builder.field(FunnelParser.STRICT_INCREASE.getPreferredName(), rules.strictIncrease());
        if (rules.anchorFrom() != FunnelRules.NO_LOWER_BOUND) {
            builder.field(FunnelParser.ANCHOR_FROM.getPreferredName(), rules.anchorFrom());
        }
        builder.startArray(FunnelParser.STEPS.getPreferredName());
        for (QueryBuilder step : steps) {
            step.toXContent(builder, params);
        }
        builder.endArray();
        if (customers != null) {
            builder.field(FunnelParser.CUSTOMERS.getPreferredName(), customers);
        }
        return builder.endObject();
    }

    @Override
    public String getType() {
        return NAME;
    }

    @Override
    public TransportVersion getMinimalSupportedVersion() {
        return TransportVersion.minimumCompatible();
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other)
                && other instanceof FunnelAggregationBuilder that
                && entity.equals(that.entity)
                && time.equals(that.time)
                && steps.equals(that.steps)
                && rules.equals(that.rules)
                && Objects.equals(customers, that.customers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), entity, time, steps, rules, customers);
    }
}
