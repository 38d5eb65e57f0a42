package io.clientele.system.crash;

/** How many events are acknowledged so far. */
final class Acknowledged {

    private int events;

    /** Returns when there are so many. */
    synchronized void await(int count) throws InterruptedException {
        while (events < count) {
            wait();
        }
    }

    synchronized void add(int more) {
        events += more;
        notifyAll();
    }
}
