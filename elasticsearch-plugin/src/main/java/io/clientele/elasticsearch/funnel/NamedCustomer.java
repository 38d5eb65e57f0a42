package io.clientele.elasticsearch.funnel;

import java.io.IOException;
import java.util.Comparator;

import org.elasticsearch.common.io.stream.StreamInput;
import org.elasticsearch.common.io.stream.StreamOutput;
import org.elasticsearch.common.io.stream.Writeable;

/**
 * A customer of a funnel.
 *
 * @param hash by which customers are in order
 * @param id by which they are known
 */
record NamedCustomer(long hash, String id) implements Writeable, Comparable<NamedCustomer> {

    private static final Comparator<NamedCustomer> ORDER =
            Comparator.comparingLong(NamedCustomer::hash).thenComparing(NamedCustomer::id);

    static NamedCustomer read(StreamInput in) throws IOException {
        return new NamedCustomer(in.readLong(), in.readString());
    }

    @Override
    public void writeTo(StreamOutput out) throws IOException {
        out.writeLong(hash);
        out.writeString(id);
    }

    @Override
    public int compareTo(NamedCustomer other) {
        return ORDER.compare(this, other);
    }
}
