package io.clientele.funnel.feed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import io.clientele.contract.event.EventDocument;
import io.clientele.contract.index.EventField;
import io.clientele.elasticsearch.client.ElasticsearchFailure;

/**
 * Cuts the events out of a search's answer. Their documents are passed over and handed out as the bytes that they are:
 * trees of them would cost more than all the rest of a read.
 */
final class HitReader {

    private static final JsonFactory JSON = EventDocument.MAPPER.getFactory();
    private static final String TOMBSTONE = EventField.TOMBSTONE.fieldName();
    private static final String HOME = EventField.HOME.fieldName();
    private static final String HOME_SEQ_NO = EventField.HOME_SEQ_NO.fieldName();
    private static final String EVENT = EventField.EVENT.fieldName();

    private final byte[] answer;
    private final JsonParser parser;
    private final Wanted wanted;
    private final List<Found> found = new ArrayList<>();
    private int hits;

    private HitReader(byte[] answer, JsonParser parser, Wanted wanted) {
        this.answer = answer;
        this.parser = parser;
        this.wanted = wanted;
    }

    /**
     * An answer's events.
     *
     * @param events in the order of their positions
     * @param hits how many documents the search gave, those among them that are not wanted
     */
    record Reading(List<Found> events, int hits) {}

    /**
     * Reads an answer.
     *
     * @throws ElasticsearchFailure.Partial if it is not whole
     * @throws ElasticsearchFailure.Unavailable if it cannot be read
     */
    static Reading read(byte[] answer, Wanted wanted) {
        try (JsonParser parser = JSON.createParser(answer)) {
            HitReader reader = new HitReader(answer, parser, wanted);
            reader.readAnswer();
            reader.found.sort(Comparator.comparingLong(Found::position));
            return new Reading(reader.found, reader.hits);
        } catch (IOException broken) {
            throw new ElasticsearchFailure.Unavailable("an answer cannot be read", broken);
        }
    }

    private void readAnswer() throws IOException {
        requireObject(parser.nextToken());
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (name) {
                case "timed_out" -> requireWhole(value == JsonToken.VALUE_FALSE);
                case "_shards" -> readShards();
                case "hits" -> readHits();
                default -> parser.skipChildren();
            }
        }
    }

    private void readShards() throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (name.equals("failed")) {
                requireWhole(parser.getIntValue() == 0);
            } else {
                parser.skipChildren();
            }
        }
    }

    private void readHits() throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (name.equals("hits")) {
                while (parser.nextToken() == JsonToken.START_OBJECT) {
                    readHit();
                }
            } else {
                parser.skipChildren();
            }
        }
    }

    private void readHit() throws IOException {
        hits++;
        Slice id = null;
        long sequence = -1;
        Source source = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "_id" -> id = text();
                case "sort" -> sequence = readSort();
                case "_source" -> source = readSource();
                default -> parser.skipChildren();
            }
        }
        if (id == null || sequence < 0 || source == null) {
            throw new IOException("a hit without its id, sequence number or source");
        }
        add(id, sequence, source);
    }

    /** The only sort value, which is the document's sequence number. */
    private long readSort() throws IOException {
        if (parser.nextToken() != JsonToken.VALUE_NUMBER_INT) {
            throw new IOException("a hit without its sequence number");
        }
        long sequence = parser.getLongValue();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            parser.skipChildren();
        }
        return sequence;
    }

    private void add(Slice id, long sequence, Source source) {
        if (!source.tombstone) {
            found.add(new Found(sequence, id, source.document, source.oneLine));
            return;
        }
        if (wanted.takesKept(source.homeEvent)) {
            // A tombstone that lost what it keeps is delivered as it is: unreadable, and the feed goes on.
            Slice kept = source.home == null ? source.document : source.home;
            found.add(new Found(source.homeSequence, id, kept, source.oneLine));
        }
    }

    private Source readSource() throws IOException {
        requireObject(parser.currentToken());
        Source source = new Source();
        JsonLocation start = parser.currentTokenLocation();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals(TOMBSTONE)) {
                source.tombstone = value == JsonToken.VALUE_TRUE;
            } else if (name.equals(HOME_SEQ_NO)) {
                source.homeSequence = parser.getLongValue();
            } else if (name.equals(HOME)) {
                readHome(source);
            } else {
                parser.skipChildren();
            }
        }
        JsonLocation end = parser.currentLocation();
        source.document = slice(start, end);
        source.oneLine = start.getLineNr() == end.getLineNr();
        return source;
    }

    private void readHome(Source source) throws IOException {
        requireObject(parser.currentToken());
        JsonLocation start = parser.currentTokenLocation();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals(EVENT) && value == JsonToken.VALUE_STRING) {
                source.homeEvent = parser.getText();
            } else {
                parser.skipChildren();
            }
        }
        source.home = slice(start, parser.currentLocation());
    }

    /** The current text as it stands, with its quotes. */
    private Slice text() throws IOException {
        JsonLocation start = parser.currentTokenLocation();
        parser.finishToken();
        return slice(start, parser.currentLocation());
    }

    private Slice slice(JsonLocation start, JsonLocation end) {
        return new Slice(answer, (int) start.getByteOffset(), (int) end.getByteOffset());
    }

    private static void requireObject(@Nullable JsonToken token) throws IOException {
        if (token != JsonToken.START_OBJECT) {
            throw new IOException("no JSON object where one is wanted");
        }
    }

    private static void requireWhole(boolean whole) {
        if (!whole) {
            throw new ElasticsearchFailure.Partial("the search is incomplete");
        }
    }

    /** What is known of a document when its end is reached. */
    private static final class Source {

        private static final Slice NOTHING = new Slice(new byte[0], 0, 0);

        private Slice document = NOTHING;
        private boolean oneLine;
        private boolean tombstone;
        private @Nullable Slice home;
        private long homeSequence = -1;
        private String homeEvent = "";
    }
}
