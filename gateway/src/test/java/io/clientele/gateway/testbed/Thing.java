package io.clientele.gateway.testbed;

/** One object of the universe: its concrete type, and the id that tells it from the others of that type. */
record Thing(String type, String id) {

    static Thing root(String type) {
        return new Thing(type, "");
    }

    boolean isRoot() {
        return id.isEmpty();
    }
}
