package io.clientele.gateway.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.vertx.ext.web.MIMEHeader;

/** The forms of an answer; they differ in what the HTTP status tells. */
enum AnswerForm {
    /** The status tells whether the operation was carried out. */
    RESPONSE("application/graphql-response+json; charset=utf-8", 400),
    /** For clients of old: whatever GraphQL itself answers has status 200. */
    JSON("application/json; charset=utf-8", 200);

    private final String contentType;
    private final int statusOfRefusal;

    AnswerForm(String contentType, int statusOfRefusal) {
        this.contentType = contentType;
        this.statusOfRefusal = statusOfRefusal;
    }

    /** The form that a client wants most; {@link #JSON} if it doesn't say, or wants neither. */
    static AnswerForm of(List<MIMEHeader> accepted) {
        return accepted.stream()
                .map(AnswerForm::of)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(JSON);
    }

    private static Optional<AnswerForm> of(MIMEHeader accepted) {
        return switch (accepted.value().toLowerCase(Locale.ROOT)) {
            case "application/graphql-response+json" -> Optional.of(RESPONSE);
            case "application/json", "application/*", "*/*" -> Optional.of(JSON);
            default -> Optional.empty();
        };
    }

    String contentType() {
        return contentType;
    }

    /** The status of an operation that is not carried out. */
    int statusOfRefusal() {
        return statusOfRefusal;
    }
}
