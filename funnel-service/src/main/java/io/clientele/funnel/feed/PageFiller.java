package io.clientele.funnel.feed;

import jakarta.enterprise.context.ApplicationScoped;

import io.clientele.contract.index.EventsIndex;
import io.clientele.elasticsearch.client.Elasticsearch;
import io.clientele.elasticsearch.client.ElasticsearchFailure;
import io.smallrye.mutiny.Uni;

/**
 * Gathers the events of a page, range after range: smaller ones where events are too large or too many for one answer,
 * larger ones where few are wanted.
 */
@ApplicationScoped
class PageFiller {

    /** A page half full is worth sending. */
    private static final int WORTH_SENDING = 2;

    /** Positions of the largest range: a search over it stays in the range of a second. */
    private static final long MOST_POSITIONS = 1L << 22;

    private final Elasticsearch elasticsearch;
    private final PageSizes sizes;
    private final int room;

    PageFiller(Elasticsearch elasticsearch, PageSizes sizes, FeedConfig config) {
        this.elasticsearch = elasticsearch;
        this.sizes = sizes;
        this.room = Math.toIntExact(config.pageBytes().asLongValue());
    }

    /**
     * A page's events.
     *
     * @param upTo where the page ends: up to there it has every event that is wanted
     */
    record Filled(PageText text, long upTo) {}

    /**
     * Gathers at most {@code limit} events, in the order of their positions.
     *
     * @throws ElasticsearchFailure (through the {@code Uni}) if the store gives no whole answer
     */
    Uni<Filled> fill(Range range, Wanted wanted, int limit) {
        long first = switch (wanted) {
            case Wanted.Named ignored -> sizes.first(limit);
            // A customer's events are few among many, and found by the customer.
            case Wanted.OfCustomer ignored -> Math.max(1, range.size());
        };
        return new Filling(wanted, limit).go(range, first);
    }

    /** One page on its way. */
    private final class Filling {

        private final Wanted wanted;
        private final int limit;
        private final PageText text = new PageText();

        Filling(Wanted wanted, int limit) {
            this.wanted = wanted;
            this.limit = limit;
        }

        Uni<Filled> go(Range rest, long positions) {
            if (rest.size() == 0 || isWorthSending()) {
                return Uni.createFrom().item(new Filled(text, rest.after()));
            }
            Range next = rest.first(positions);
            int size = (int) Math.min(next.size(), Math.min(limit - text.events(), PageSizes.MOST));
            return elasticsearch
                    .searchUnread(
                            EventsIndex.WRITE_ALIAS,
                            PositionSearch.parameters(next.shard()),
                            PositionSearch.body(next, wanted, size),
                            room)
                    .map(answer -> take(next, size, answer))
                    .onFailure(failure -> isTooLarge(failure) && next.size() > 1)
                    .recoverWithItem(() -> tooLarge(next))
                    .flatMap(taken -> taken.fits
                            ? go(rest.following(next), taken.events * 2L > next.size() ? positions : grown(positions))
                            : go(rest, Math.max(1, next.size() / 2)));
        }

        private Taken tooLarge(Range asked) {
            sizes.didNotFit(asked.size());
            return Taken.NOT_FITTING;
        }

        private boolean isWorthSending() {
            return text.events() * WORTH_SENDING >= limit || text.size() * WORTH_SENDING >= room;
        }

        private long grown(long positions) {
            return Math.min(MOST_POSITIONS, positions * 2);
        }

        private boolean isTooLarge(Throwable failure) {
            return failure instanceof ElasticsearchFailure.Partial partial && partial.tooLarge();
        }

        private Taken take(Range asked, int size, byte[] answer) {
            HitReader.Reading reading = HitReader.read(answer, wanted);
            if (reading.hits() == size && size < asked.size()) {
                // There may be more, and which ones are here is not told by their positions.
                return Taken.NOT_FITTING;
            }
            sizes.fitted(reading.hits(), answer.length, room);
            text.add(reading.events());
            return new Taken(true, reading.events().size());
        }
    }

    /** What a search brought. */
    private record Taken(boolean fits, int events) {

        static final Taken NOT_FITTING = new Taken(false, 0);
    }
}
