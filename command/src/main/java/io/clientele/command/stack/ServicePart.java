package io.clientele.command.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import io.clientele.command.home.CommandFailure;
import io.clientele.command.home.Home;
import io.clientele.localstack.ChildProcess;
import io.clientele.localstack.ServiceCommand;

/** One of our Quarkus services, run from its build. */
record ServicePart(Service service, Home home, Path root, ServiceEnvironment environment) implements Part {
    @Override
    public String name() {
        return service.module();
    }

    @Override
    public String address() {
        return environment.address(service);
    }

    @Override
    public List<String> needs() {
        return service.needs();
    }

    @Override
    public RunningPart launch() throws IOException {
        Path jar = service.jar(root);
        if (!Files.isRegularFile(jar)) {
            throw CommandFailure.failed(jar + " is missing; it is built by './clientele up'");
        }
        ChildProcess process = ChildProcess.start(
                name(), ServiceCommand.of(name(), jar), environment.of(service), home.folder(), home.log(name()));
        return new Running(process, address(), new Probe());
    }

    private record Running(ChildProcess child, String address, Probe probe) implements RunningPart {
        @Override
        public long pid() {
            return child.pid();
        }

        @Override
        public Optional<String> whyNotReady() throws InterruptedException {
            return probe.service(address);
        }

        @Override
        public String lastWords() {
            return child.logTail();
        }

        @Override
        public void stop() {
            child.close();
        }
    }
}
