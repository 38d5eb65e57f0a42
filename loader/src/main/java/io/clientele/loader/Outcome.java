package io.clientele.loader;

import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** What one attempt to send a batch led to. */
sealed interface Outcome {

    Pattern SECONDS = Pattern.compile("\\d{1,9}");

    /** The collector has taken the batch. */
    @SuppressWarnings("ArrayRecordComponent") // read once
    record Answered(byte[] body) implements Outcome {}

    /** The collector will never take this request. */
    record Refused(String why) implements Outcome {}

    /** Nothing may be assumed about the batch; it is to be sent again. */
    record Later(OptionalLong seconds, String why) implements Outcome {}

    static Outcome of(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        if (status == 200) {
            return new Answered(response.body());
        }
        String why = AnswerReader.error(status, response.body());
        // Apart from 429, 503 is the collector's own word; other 5xx come from what stands between and pass as well.
        boolean later = status == 429 || status == 408 || status >= 500;
        return later ? new Later(retryAfter(response), why) : new Refused(why);
    }

    private static OptionalLong retryAfter(HttpResponse<byte[]> response) {
        Optional<String> value = response.headers().firstValue("Retry-After");
        return value.filter(text -> SECONDS.matcher(text).matches()).isPresent()
                ? OptionalLong.of(Long.parseLong(value.orElseThrow()))
                : OptionalLong.empty();
    }
}
