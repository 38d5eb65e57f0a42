package io.clientele.command;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;

import io.clientele.command.access.AccessKeys;
import io.clientele.command.access.Tokens;
import io.clientele.command.catchup.CatchUp;
import io.clientele.command.demo.Demo;
import io.clientele.command.demo.DemoServices;
import io.clientele.command.demo.ShopOfFolder;
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
        description = {
            "Starts everything (or uses what runs), loads a made-up shop, asks it a funnel and shows a customer's card,"
                    + " all through the gateway.",
            "A data folder keeps the shop of its first demo: the next one adds nothing, or with more --events the rest."
        })
final class DemoCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Option(names = "--events", paramLabel = "N", description = "how many events (default ${DEFAULT-VALUE})")
    private long events = DemoShop.DEFAULT_EVENTS;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "same seed and same --until, same events (default " + DemoShop.DEFAULT_SEED + ")")
    private Optional<Long> seed = Optional.empty();

    @Option(
            names = "--until",
            paramLabel = "DATE",
            description = "the shop's year ends with the day before, in China (default: with yesterday)")
    private Optional<LocalDate> until = Optional.empty();

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
        ShopOfFolder shops = new ShopOfFolder(invocation.home(), invocation.clock());
        DemoShop shop = shops.choose(events, seed, until);
        Optional<StackState> running = new StateFile(invocation.home()).running();
        if (running.isPresent()) {
            show(running.get(), shops, shop);
            return 0;
        }
        StackLog log = new StackLog(invocation.err(), invocation.home());
        Supervisor supervisor = Supervisor.start(invocation.home(), invocation.root(), log);
        supervisor.awaitReady();
        show(supervisor.state(), shops, shop);
        if (exit) {
            supervisor.end();
        } else {
            log.say("\nCtrl-C ends it; the data stays for the next './clientele up'");
            supervisor.awaitEnd();
        }
        return 0;
    }

    private void show(StackState stack, ShopOfFolder shops, DemoShop shop) throws IOException, InterruptedException {
        if (!stack.allReady()) {
            throw CommandFailure.failed("the stack runs but is not ready; see './clientele status'");
        }
        shops.keep(shop);
        StackLoader loader = new StackLoader(invocation.home(), invocation.err(), invocation.interactive());
        Tokens tokens = new Tokens(new AccessKeys(invocation.home()), invocation.clock());
        DemoServices services = DemoServices.of(stack, tokens);
        CatchUp catchUp = new CatchUp(services.work(), invocation.err(), invocation.interactive());
        new Demo(services, loader, catchUp, invocation.out()).run(shop);
    }
}
