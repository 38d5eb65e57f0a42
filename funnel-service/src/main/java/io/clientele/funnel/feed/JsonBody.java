package io.clientele.funnel.feed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import io.clientele.contract.event.EventDocument;
import io.clientele.contract.feed.FeedCursor;
import io.clientele.contract.feed.FeedException;
import io.clientele.contract.feed.ShardPosition;

/** Reads the fields of a request's body; what is missing or wrong is refused by its name. */
final class JsonBody {

    private final JsonNode body;

    private JsonBody(JsonNode body) {
        this.body = body;
    }

    static JsonBody of(byte[] bytes) {
        try {
            JsonNode body = EventDocument.MAPPER.readTree(bytes);
            if (body.isObject()) {
                return new JsonBody(body);
            }
        } catch (IOException | NumberFormatException notJson) {
            FeedRefusal refusal = FeedRefusal.malformed();
            refusal.addSuppressed(notJson);
            throw refusal;
        }
        throw FeedRefusal.malformed();
    }

    String text(String field) {
        return optionalText(field)
                .orElseThrow(() -> FeedRefusal.invalid(field, field + " is a text that must be there"));
    }

    long whole(String field, long least, long most) {
        JsonNode value = body.path(field);
        if (!value.canConvertToLong() || value.longValue() < least || value.longValue() > most) {
            throw FeedRefusal.invalid(field, field + " is a whole number from " + least + " to " + most);
        }
        return value.longValue();
    }

    /** A list of texts; an absent one is empty. */
    List<String> texts(String field, int most) {
        JsonNode array = body.path(field);
        if (!(array.isMissingNode() || array.isArray()) || array.size() > most) {
            throw FeedRefusal.invalid(field, field + " is a list of at most " + most);
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode element : array) {
            if (!element.isTextual()) {
                throw FeedRefusal.invalid(field, field + " is a list of texts");
            }
            texts.add(element.textValue());
        }
        return texts;
    }

    ShardPosition cursor(String field) {
        return position(field, text(field));
    }

    Optional<ShardPosition> optionalCursor(String field) {
        return optionalText(field).map(text -> position(field, text));
    }

    List<ShardPosition> cursors(String field, int most) {
        return texts(field, most).stream().map(text -> position(field, text)).toList();
    }

    private Optional<String> optionalText(String field) {
        return Optional.ofNullable(body.path(field).textValue());
    }

    private static ShardPosition position(String field, String text) {
        try {
            return ShardPosition.of(new FeedCursor(text));
        } catch (FeedException notACursor) {
            throw FeedRefusal.invalidCursor(field, notACursor.failure().message());
        }
    }
}
