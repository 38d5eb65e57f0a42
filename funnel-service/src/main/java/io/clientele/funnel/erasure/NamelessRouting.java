package io.clientele.funnel.erasure;

import java.nio.charset.StandardCharsets;

import org.apache.commons.codec.digest.MurmurHash3;

/**
 * Routing values that name nobody. Elasticsearch keeps a document's routing value beside it, and that of an event is its
 * customer's id. A document may take another's place under any routing value of the same shard; this gives one that
 * stays of the same shard however the index is split.
 */
final class NamelessRouting {

    private final int routingShards;

    /** For an index with this many routing shards, what its shards can be split into. */
    NamelessRouting(int routingShards) {
        this.routingShards = routingShards;
    }

    /** The first of {@code erased-0}, {@code erased-1} … that is of this value's shard. */
    String insteadOf(String routing) {
        int wanted = routingShard(routing);
        int number = 0;
        while (routingShard("erased-" + number) != wanted) {
            number++;
        }
        return "erased-" + number;
    }

    /** Elasticsearch's {@code OperationRouting}: MurmurHash3 x86 32 with seed 0 over the text in UTF-16. */
    private int routingShard(String routing) {
        byte[] bytes = routing.getBytes(StandardCharsets.UTF_16LE);
        return Math.floorMod(MurmurHash3.hash32x86(bytes), routingShards);
    }
}
