package io.clientele.campaign.channel;

import io.smallrye.mutiny.Uni;

/** Brings one message to its receiver. */
interface Sender {

    /** Tries once. What goes wrong is an outcome; a failure is a fault of ours, and tried again like one of the receiver. */
    Uni<Outcome> send(Message message);
}
