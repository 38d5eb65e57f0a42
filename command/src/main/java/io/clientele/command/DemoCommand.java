package io.clientele.command;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;

import io.clientele.command.access.AccessKeys;
import io.clientele.command.access.Tokens;
import io.clientele.command.demo.Demo;
import io.clientele.command.home.CommandFailure;
import io.clientele.command.home.StackState;
import io.clientele.command.home.StateFile;
import io.clientele.command.load.StackLoader;
import io.clientele.command.stack.StackLog;
import io.clientele.command.stack.Supervisor;
import io.clientele.loader.demoshop.DemoShop;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        description = "Starts everything (or uses what runs), loads a made-up shop and asks it the main question.")
final class DemoCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Option(names = "--events", paramLabel = "N", description = "how many events (default ${DEFAULT-VALUE})")
    private long events = DemoShop.DEFAULT_EVENTS;

    @Option(names = "--seed", paramLabel = "N", description = "same seed, same events (default ${DEFAULT-VALUE})")
    private long seed = DemoShop.DEFAULT_SEED;

    @Option(names = "--exit", description = "end after the answer instead of waiting for Ctrl-C (also when CI=true)")
    private boolean exit = "true".equals(System.getenv("CI"));

    DemoCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (events < 1 || events > DemoShop.MOST_EVENTS) {
            throw CommandFailure.usage("--events must be 1 to " + DemoShop.MOST_EVENTS);
        }
        Optional<StackState> running = new StateFile(invocation.home()).running();
        if (running.isPresent()) {
            show(running.get());
            return 0;
        }
        StackLog log = new StackLog(invocation.err(), invocation.home());
        Supervisor supervisor = Supervisor.start(invocation.home(), invocation.root(), log);
        supervisor.awaitReady();
        show(supervisor.state());
        if (exit) {
            supervisor.end();
        } else {
            log.say("\nCtrl-C ends it; the data stays for the next './clientele up'");
            supervisor.awaitEnd();
        }
        return 0;
    }

    private void show(StackState stack) throws IOException, InterruptedException {
        if (!stack.allReady()) {
            throw CommandFailure.failed("the stack runs but is not ready; see './clientele status'");
        }
        StackLoader loader = new StackLoader(invocation.home(), invocation.err(), invocation.interactive());
        Tokens tokens = new Tokens(new AccessKeys(invocation.home()), invocation.clock());
        new Demo(stack, loader, tokens, invocation.out()).run(new DemoShop(seed, events, DemoShop.DEFAULT_END));
    }
}
