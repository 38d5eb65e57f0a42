package io.clientele.edge;

/** Why a question is not answered, as data; its code, field and message reach the client. */
public interface Refusal extends CodedFailure {

    /** One sentence for the client, without personal data. */
    String message();

    /** This failure to be thrown. */
    default CodedException exception() {
        return new RefusedQuestion(this);
    }
}
