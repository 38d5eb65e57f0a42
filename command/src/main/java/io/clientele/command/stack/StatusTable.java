package io.clientele.command.stack;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.clientele.command.home.PartState;
import io.clientele.command.home.ProcessId;
import io.clientele.command.home.StackState;

/** The parts as they answer right now: what the supervisor calls ready is asked once more. */
public record StatusTable(List<PartState> parts, List<String> answers) {
    private static final String FORMAT = "%-18s %-8s %-28s %s";

    public static StatusTable probe(StackState state) throws InterruptedException {
        Probe probe = new Probe();
        List<String> answers = new ArrayList<>();
        for (PartState part : state.parts()) {
            answers.add(answer(probe, part));
        }
        return new StatusTable(state.parts(), answers);
    }

    public boolean allReady() {
        return answers.stream().allMatch("ready"::equals);
    }

    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(FORMAT.formatted("NAME", "PID", "ADDRESS", "STATE"));
        for (int i = 0; i < parts.size(); i++) {
            PartState part = parts.get(i);
            ProcessId process = part.process();
            String pid = process == null ? "-" : Long.toString(process.pid());
            lines.add(FORMAT.formatted(part.name(), pid, part.address(), answers.get(i) + restarts(part)));
        }
        return lines;
    }

    private static String answer(Probe probe, PartState part) throws InterruptedException {
        if (!part.ready()) {
            return part.note();
        }
        Optional<String> problem = switch (part.name()) {
            case Servers.ELASTICSEARCH -> probe.elasticsearch(part.address());
            case Servers.POSTGRES -> probe.port(URI.create(part.address()));
            default -> probe.service(part.address());
        };
        return problem.orElse("ready");
    }

    private static String restarts(PartState part) {
        return part.restarts() == 0 ? "" : " (restarted " + part.restarts() + "×)";
    }
}
