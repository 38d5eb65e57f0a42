package io.clientele.funnel.feed;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.clientele.contract.event.CustomerId;
import io.clientele.contract.feed.FeedCursor;
import io.clientele.contract.feed.ShardPosition;
import io.clientele.contract.index.EventsIndex;
import io.clientele.elasticsearch.client.Elasticsearch;
import io.smallrye.mutiny.Uni;

/** Reads the feed. */
@ApplicationScoped
class FeedService {

    private final Consumers consumers;
    private final RefreshBeat beat;
    private final ShardStats stats;
    private final Cursors cursors;
    private final PageFiller filler;
    private final Elasticsearch elasticsearch;

    FeedService(
            Consumers consumers,
            RefreshBeat beat,
            ShardStats stats,
            Cursors cursors,
            PageFiller filler,
            Elasticsearch elasticsearch) {
        this.consumers = consumers;
        this.beat = beat;
        this.stats = stats;
        this.cursors = cursors;
        this.filler = filler;
        this.elasticsearch = elasticsearch;
    }

    /** The cursors that a consumer goes on from. */
    Uni<List<FeedCursor>> cursors(String consumer, List<ShardPosition> known) {
        return FeedRefusal.told(consumers
                .require(consumer)
                .flatMap(registered -> stats.now())
                .flatMap(shards -> cursors.from(shards, known)));
    }

    /** The page after a position, in the text of its lines. */
    Uni<byte[]> read(ReadQuestion question) {
        long until = System.nanoTime() + question.patience().toNanos();
        return FeedRefusal.told(consumers
                .require(question.consumer())
                .flatMap(registered -> page(question, question.position(), until)));
    }

    private Uni<byte[]> page(ReadQuestion question, ShardPosition from, long until) {
        Duration left = Duration.ofNanos(Math.max(0, until - System.nanoTime()));
        return beat.beyond(from, left)
                .flatMap(shards -> cursors.check(shards, from))
                .flatMap(shard -> upTo(Math.max(from.position(), shard.checkpoint()), question, from))
                .flatMap(page -> isWorthWaiting(page, until)
                        ? page(question, page.end(), until)
                        : Uni.createFrom().item(page.bytes()));
    }

    private Uni<Page> upTo(long upTo, ReadQuestion question, ShardPosition from) {
        Range range = new Range(from.shard(), from.position(), upTo);
        return range.size() == 0
                ? Uni.createFrom().item(new Page(new PageText(), from, 0))
                : verified(from, range, question.wanted(), question.limit());
    }

    /** What there was has been read and nothing of it was wanted. */
    private static boolean isWorthWaiting(Page page, long until) {
        return page.text().events() == 0 && page.behind() == 0 && until - System.nanoTime() > 0;
    }

    /** Fills a page and makes sure that nothing of it is of another index that came in between. */
    private Uni<Page> verified(ShardPosition place, Range range, Wanted wanted, int limit) {
        return filler.fill(range, wanted, limit)
                .flatMap(filled -> stats.now()
                        .flatMap(shards -> cursors.check(shards, place))
                        .map(shard -> new Page(
                                filled.text(),
                                place.at(filled.upTo()),
                                Math.max(0, shard.checkpoint() - filled.upTo()))));
    }

    /**
     * A page before it is sent.
     *
     * @param end where to go on
     * @param behind positions after that
     */
    private record Page(PageText text, ShardPosition end, long behind) {

        byte[] bytes() {
            return text.end(end.cursor(), behind);
        }
    }

    /**
     * A customer's page up to where a consumer has read.
     *
     * @param read the consumer's cursors
     * @param after where to go on
     */
    Uni<byte[]> history(CustomerId customer, List<ShardPosition> read, Optional<ShardPosition> after, int limit) {
        return FeedRefusal.told(shardOf(customer).flatMap(shard -> {
            ShardPosition end = read.stream()
                    .filter(cursor -> cursor.shard() == shard)
                    .findFirst()
                    .orElseThrow(() ->
                            FeedRefusal.invalidCursor("read", "the cursor of the customer's shard is not among them"));
            ShardPosition begin = after.orElseGet(() -> end.at(ShardPosition.BEFORE_ALL));
            if (!begin.at(end.position()).equals(end) || begin.position() > end.position()) {
                throw FeedRefusal.invalidCursor("after", "it is not before the consumer's cursor of the same shard");
            }
            return history(customer, begin, end, limit);
        }));
    }

    private Uni<byte[]> history(CustomerId customer, ShardPosition begin, ShardPosition end, int limit) {
        Range range = new Range(end.shard(), begin.position(), end.position());
        return stats.now()
                .flatMap(shards -> cursors.check(shards, end))
                .flatMap(shard -> verified(end, range, new Wanted.OfCustomer(customer.value()), limit))
                .map(page -> page.text()
                        .end(page.end().cursor(), end.position() - page.end().position()));
    }

    private Uni<Integer> shardOf(CustomerId customer) {
        return elasticsearch
                .send(
                        "GET",
                        "/" + EventsIndex.WRITE_ALIAS + "/_search_shards",
                        Map.of("routing", customer.routing(), "filter_path", "shards.shard"),
                        null)
                .map(answer -> answer.at("/shards/0/0/shard"))
                .onItem()
                .transform(shard -> {
                    if (!shard.isInt()) {
                        throw FeedRefusal.unavailable("the shard of a customer cannot be told");
                    }
                    return shard.intValue();
                });
    }
}
