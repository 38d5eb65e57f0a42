package io.clientele.elasticsearch.funnel;

import java.io.IOException;

import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.jspecify.annotations.Nullable;

/**
 * The one value that a document has in a field of whole numbers.
 *
 * <p>A document with several is refused rather than given to one of its entities: the answer could not be called exact.
 */
final class SingleValue {

    private final String field;
    private final SortedNumericDocValues values;
    private final @Nullable NumericDocValues single;

    private SingleValue(String field, SortedNumericDocValues values) {
        this.field = field;
        this.values = values;
        this.single = DocValues.unwrapSingleton(values);
    }

    static SingleValue of(String field, LeafReader segment) throws IOException {
        return new SingleValue(field, DocValues.getSortedNumeric(segment, field));
    }

    /**
     * Whether the document, not before the one asked for last, has a value.
     *
     * @throws IllegalArgumentException if it has several
     */
    boolean isPresentIn(int document) throws IOException {
        if (single != null) {
            return single.advanceExact(document);
        }
        if (!values.advanceExact(document)) {
            return false;
        }
        if (values.docValueCount() != 1) {
            throw new IllegalArgumentException(
                    "a funnel needs one value of [" + field + "] in each document, found " + values.docValueCount());
        }
        return true;
    }

    /** The value; to be read once after {@link #isPresentIn} said yes. */
    long value() throws IOException {
        return single != null ? single.longValue() : values.nextValue();
    }
}
