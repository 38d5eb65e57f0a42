package io.clientele.command.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** The data folder and the places in it. */
public record Home(Path folder) {
    public Home {
        folder = folder.toAbsolutePath().normalize();
    }

    /** The folder that the script names, {@code .clientele} in the working directory otherwise. */
    public static Home ofThisProcess() {
        return new Home(Path.of(System.getProperty("clientele.home", ".clientele")));
    }

    public Path elasticsearch() {
        return folder.resolve("elasticsearch");
    }

    public Path postgres() {
        return folder.resolve("postgres");
    }

    public Path logs() {
        return folder.resolve("logs");
    }

    public Path log(String part) {
        return logs().resolve(part + ".log");
    }

    public Path keys() {
        return folder.resolve("keys");
    }

    /** Where an import notes how far it came. */
    public Path imports() {
        return folder.resolve("imports");
    }

    /** Which demo shop this folder holds. */
    public Path demoShop() {
        return folder.resolve("demo-shop.json");
    }

    Path state() {
        return folder.resolve("state.json");
    }

    /** Read by the script {@code ./clientele}, so that it never rebuilds under a running stack. */
    Path supervisorPid() {
        return folder.resolve("supervisor.pid");
    }

    Path ports() {
        return folder.resolve("ports.properties");
    }

    Path lock() {
        return folder.resolve("lock");
    }

    /** Creates the folders that are missing, all for their owner alone: they hold customers' data. */
    public Home create() {
        try {
            // The folder itself, and what is in it too: it may have been there, open to others, before we came.
            for (Path mine : List.of(folder, elasticsearch(), postgres(), logs(), imports(), keys())) {
                PrivateFiles.createFolder(mine);
            }
            return this;
        } catch (IOException e) {
            throw CommandFailure.failed("cannot write to the data folder " + folder + " (" + e.getMessage() + ")", e);
        }
    }

    public boolean exists() {
        return Files.isDirectory(folder);
    }

    /** Deletes what Clientele wrote, and nothing else that may lie in the folder. */
    public void delete() throws IOException {
        List<Path> ours = List.of(
                elasticsearch(),
                postgres(),
                logs(),
                keys(),
                imports(),
                demoShop(),
                state(),
                supervisorPid(),
                ports(),
                lock());
        for (Path path : ours) {
            deleteTree(path);
        }
        try (var rest = Files.list(folder)) {
            if (rest.findAny().isPresent()) {
                return;
            }
        }
        Files.delete(folder);
    }

    private static void deleteTree(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        List<Path> childrenFirst;
        try (var paths = Files.walk(tree)) {
            childrenFirst = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : childrenFirst) {
            Files.delete(path);
        }
    }
}
