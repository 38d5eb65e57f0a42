package io.clientele.edge;

/** Thrown where a question is not answered. */
final class RefusedQuestion extends CodedException {

    private static final long serialVersionUID = 1L;

    RefusedQuestion(Refusal refusal) {
        super(refusal.code(), refusal.field(), refusal.message());
    }
}
