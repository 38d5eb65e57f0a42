package io.clientele.elasticsearch.funnel;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import org.elasticsearch.core.TimeValue;
import org.elasticsearch.index.query.AbstractQueryBuilder;
import org.elasticsearch.index.query.QueryBuilder;
import org.elasticsearch.xcontent.ConstructingObjectParser;
import org.elasticsearch.xcontent.ObjectParser.ValueType;
import org.elasticsearch.xcontent.ParseField;
import org.elasticsearch.xcontent.XContentParser;
import org.jspecify.annotations.Nullable;

import static org.elasticsearch.xcontent.ConstructingObjectParser.constructorArg;
import static org.elasticsearch.xcontent.ConstructingObjectParser.optionalConstructorArg;

/** Reads the request; each refusal names the field at fault. */
final class FunnelParser {

    static final ParseField ENTITY = new ParseField("entity");
    static final ParseField TIME = new ParseField("time");
    static final ParseField WINDOW = new ParseField("window");
    static final ParseField ANCHOR = new ParseField("anchor");
    static final ParseField STRICT_INCREASE = new ParseField("strict_increase");
    static final ParseField ANCHOR_FROM = new ParseField("anchor_from");
    static final ParseField STEPS = new ParseField("steps");
    static final ParseField CUSTOMERS = new ParseField("customers");
    static final ParseField HASH = new ParseField("hash");
    static final ParseField ID = new ParseField("id");
    static final ParseField STEP = new ParseField("step");
    static final ParseField OUTCOME = new ParseField("outcome");
    static final ParseField SIZE = new ParseField("size");

    private static final ConstructingObjectParser<FunnelAggregationBuilder, String> PARSER =
            new ConstructingObjectParser<>(FunnelAggregationBuilder.NAME, false, FunnelParser::build);

    private static final ConstructingObjectParser<CustomerListing, String> LISTING = new ConstructingObjectParser<>(
            CUSTOMERS.getPreferredName(),
            false,
            (fields, name) -> new CustomerListing(
                    required(fields[0]),
                    required(fields[1]),
                    FunnelParser.<Integer>required(fields[2]),
                    required(fields[3]),
                    FunnelParser.<Integer>required(fields[4])));

    static {
        LISTING.declareString(constructorArg(), HASH);
        LISTING.declareString(constructorArg(), ID);
        LISTING.declareInt(constructorArg(), STEP);
        LISTING.declareString(constructorArg(), Outcome::of, OUTCOME);
        LISTING.declareInt(constructorArg(), SIZE);
        PARSER.declareString(constructorArg(), ENTITY);
        PARSER.declareString(constructorArg(), TIME);
        PARSER.declareField(constructorArg(), (parser, name) -> window(parser), WINDOW, ValueType.STRING);
        PARSER.declareObjectArray(constructorArg(), (parser, name) -> step(parser), STEPS);
        PARSER.declareString(optionalConstructorArg(), Anchor::of, ANCHOR);
        PARSER.declareBoolean(optionalConstructorArg(), STRICT_INCREASE);
        PARSER.declareLong(optionalConstructorArg(), ANCHOR_FROM);
        PARSER.declareObject(optionalConstructorArg(), LISTING, CUSTOMERS);
    }

    private FunnelParser() {}

    static FunnelAggregationBuilder parse(XContentParser parser, String name) throws IOException {
        return PARSER.parse(parser, name);
    }

    private static QueryBuilder step(XContentParser parser) throws IOException {
        // The reader of queries would pass by anything else up to the next object.
        if (parser.currentToken() != XContentParser.Token.START_OBJECT) {
            throw new IllegalArgumentException("[steps] must hold queries, got [" + parser.text() + "]");
        }
        return AbstractQueryBuilder.parseTopLevelQuery(parser);
    }

    private static long window(XContentParser parser) throws IOException {
        TimeValue window = TimeValue.parseTimeValue(parser.text(), WINDOW.getPreferredName());
        if (window.timeUnit().compareTo(TimeUnit.MILLISECONDS) < 0) {
            throw new IllegalArgumentException("[window] must be whole milliseconds, got [" + parser.text() + "]");
        }
        if (window.millis() <= 0) {
            throw new IllegalArgumentException("[window] must be at least 1ms, got [" + parser.text() + "]");
        }
        return window.millis();
    }

    private static FunnelAggregationBuilder build(@Nullable Object[] fields, String name) {
        List<QueryBuilder> steps = required(fields[3]);
        long window = FunnelParser.<Long>required(fields[2]);
        Anchor anchor = fields[4] == null ? Anchor.ANY : (Anchor) fields[4];
        boolean strictIncrease = fields[5] != null && (Boolean) fields[5];
        long anchorFrom = fields[6] == null ? FunnelRules.NO_LOWER_BOUND : (Long) fields[6];
        FunnelRules rules = new FunnelRules(steps.size(), window, anchor, strictIncrease, anchorFrom);
        CustomerListing customers = fields[7] == null ? null : ((CustomerListing) fields[7]).of(steps.size());
        return new FunnelAggregationBuilder(name, required(fields[0]), required(fields[1]), steps, rules, customers);
    }

    /** The parser has refused a request without it, and hands over what the declarations above read, in their order. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T> T required(@Nullable Object field) {
        return (T) Objects.requireNonNull(field);
    }
}
