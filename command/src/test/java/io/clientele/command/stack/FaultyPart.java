package io.clientele.command.stack;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A part that throws, the first times that it comes to its fault; its process lasts. */
final class FaultyPart implements Part {
    /** Where a part throws, the first times that it comes there. */
    enum Fault {
        LAUNCH,
        PROBE,
        STOP,
        PROBE_AND_STOP
    }

    final List<Process> launched = new CopyOnWriteArrayList<>();
    private final Fault fault;
    private final AtomicInteger faults;

    FaultyPart(Fault fault, int times) {
        this.fault = fault;
        this.faults = new AtomicInteger(times);
    }

    @Override
    public String name() {
        return "faulty";
    }

    @Override
    public String address() {
        return "http://127.0.0.1:1";
    }

    @Override
    public List<String> needs() {
        return List.of();
    }

    @Override
    public RunningPart launch() throws IOException {
        failIf(Fault.LAUNCH);
        Process process = new ProcessBuilder("sleep", "1000").start();
        launched.add(process);
        return new Faulty(new SleepingPart.Sleeping(process), this);
    }

    private void failIf(Fault here) {
        if (fault == here && faults.getAndDecrement() > 0) {
            throw new IllegalStateException("fault of " + here);
        }
    }

    private record Faulty(SleepingPart.Sleeping sleeping, FaultyPart part) implements RunningPart {
        @Override
        public long pid() {
            return sleeping.pid();
        }

        @Override
        public Optional<String> whyNotReady() {
            part.failIf(Fault.PROBE);
            part.failIf(Fault.PROBE_AND_STOP);
            return Optional.empty();
        }

        @Override
        public String lastWords() {
            return sleeping.lastWords();
        }

        @Override
        public void stop() {
            part.failIf(Fault.STOP);
            part.failIf(Fault.PROBE_AND_STOP);
            sleeping.stop();
        }
    }
}
