package io.clientele.elasticsearch.funnel;

import java.io.IOException;

import org.elasticsearch.common.io.stream.StreamInput;
import org.elasticsearch.common.io.stream.StreamOutput;
import org.elasticsearch.common.io.stream.Writeable;
import org.elasticsearch.xcontent.ToXContentObject;
import org.elasticsearch.xcontent.XContentBuilder;

/**
 * Which customers a funnel names beside counting.
 *
 * @param hash name of the long field that tells the customers' order
 * @param id name of the keyword field with the customer's id
 * @param step the step that they reached, from 1
 * @param outcome whether those who went no further are meant, or all who came that far
 * @param size most customers to name, 1 to {@value #MOST}
 */
record CustomerListing(String hash, String id, int step, Outcome outcome, int size)
        implements Writeable, ToXContentObject {

    static final int MOST = 10_000;

    CustomerListing {
        if (size < 1 || size > MOST) {
            throw new IllegalArgumentException("[size] of [customers] must be 1 to " + MOST + ", got " + size);
        }
        if (step < 1) {
            throw new IllegalArgumentException("[step] of [customers] must be 1 or more, got " + step);
        }
    }

    static CustomerListing read(StreamInput in) throws IOException {
        return new CustomerListing(
                in.readString(), in.readString(), in.readVInt(), in.readEnum(Outcome.class), in.readVInt());
    }

    /** The same, checked against the number of steps that there are. */
    CustomerListing of(int steps) {
        if (step > steps) {
            throw new IllegalArgumentException(
                    "[step] of [customers] must be one of the " + steps + " steps, got " + step);
        }
        return this;
    }

    @Override
    public void writeTo(StreamOutput out) throws IOException {
        out.writeString(hash);
        out.writeString(id);
        out.writeVInt(step);
        out.writeEnum(outcome);
        out.writeVInt(size);
    }

    @Override
    public XContentBuilder toXContent(XContentBuilder builder, Params params) throws IOException {
        return builder.startObject()
                .field(FunnelParser.HASH.getPreferredName(), hash)
                .field(FunnelParser.ID.getPreferredName(), id)
                .field(FunnelParser.STEP.getPreferredName(), step)
                .field(FunnelParser.OUTCOME.getPreferredName(), outcome.toString())
                .field(FunnelParser.SIZE.getPreferredName(), size)
                .endObject();
    }
}
