package io.clientele.elasticsearch.funnel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedSetDocValues;

/** Reads the ids of customers out of documents. */
final class CustomerIds {

    private CustomerIds() {}

    /**
     * The customers with their ids, in the order given.
     *
     * @param documents numbers in the whole shard of an event of each customer
     * @throws IllegalArgumentException if one of the documents has no id or several
     */
    static List<NamedCustomer> of(List<LeafReaderContext> segments, String field, long[] customers, int[] documents)
            throws IOException {
        String[] ids = new String[documents.length];
        // Doc values are read forwards only.
        long[] byDocument = new long[documents.length];
        for (int i = 0; i < documents.length; i++) {
            byDocument[i] = ((long) documents[i] << Integer.SIZE) | i;
        }
        Arrays.sort(byDocument);
        LeafReaderContext segment = null;
        SortedSetDocValues values = DocValues.emptySortedSet();
        for (long entry : byDocument) {
            int document = (int) (entry >>> Integer.SIZE);
            LeafReaderContext home = segments.get(ReaderUtil.subIndex(document, segments));
            if (home != segment) {
                segment = home;
                values = DocValues.getSortedSet(home.reader(), field);
            }
            ids[(int) entry] = id(values, document - home.docBase, field);
        }
        List<NamedCustomer> named = new ArrayList<>(ids.length);
        for (int i = 0; i < ids.length; i++) {
            named.add(new NamedCustomer(customers[i], ids[i]));
        }
        return named;
    }

    private static String id(SortedSetDocValues values, int document, String field) throws IOException {
        if (!values.advanceExact(document) || values.docValueCount() != 1) {
            throw new IllegalArgumentException("a funnel that names customers needs one value of [" + field
                    + "] in each document, and there is one with none or several");
        }
        return values.lookupOrd(values.nextOrd()).utf8ToString();
    }
}
