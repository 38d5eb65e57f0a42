package io.clientele.index;

import java.util.Collection;
import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.index.IndexNames;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;

/** What an index is made of: the rows of a service, read as documents. */
public interface IndexSource {

    IndexNames names();

    /**
     * The body of the request that creates an index with its alias for writing.
     *
     * @param generation the number of the index, 1 or more
     */
    Uni<ObjectNode> creation(long generation);

    /** The documents of rows by their ids, in any order; some may have none. */
    Uni<Reading> read(SqlClient client, Collection<String> ids);

    /** The next ids of all in ascending order, {@code limit} at most; from the first on if {@code after} is empty. */
    Uni<List<String>> idsAfter(SqlClient client, String after, int limit);
}
