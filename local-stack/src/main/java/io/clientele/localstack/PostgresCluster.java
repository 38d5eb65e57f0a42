package io.clientele.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** PostgreSQL's own files inside a claimed data folder: made once, then found again. */
record PostgresCluster(PostgresBinaries binaries, DataFolder data, Path logFolder) {

    static final String SUPERUSER = "postgres";

    private static final Duration INITDB_LIMIT = Duration.ofMinutes(2);
    private static final int READY_LINE = 7;

    /** Makes the files with {@code initdb} unless they are there. */
    void ensureInitialised() {
        if (Files.exists(files())) {
            return;
        }
        Path partial = data.path().resolve("pgdata.partial");
        try {
            if (Files.exists(partial)) {
                Folders.delete(partial);
            }
            writePassword();
            initdb(partial);
            Files.move(partial, files(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw failure("Cannot prepare " + data.path(), e);
        }
    }

    /**
     * Removes what a killed server left behind: PostgreSQL itself would trust its old pid file if that pid now belongs
     * to something else. A server that still runs on these very files is stopped.
     */
    void clear() {
        status().ifPresent(status -> {
            ProcessHandle.of(status.pid()).filter(this::isOurs).ifPresent(PostgresCluster::stop);
            try {
                Files.deleteIfExists(pidFile());
            } catch (IOException e) {
                throw failure("Cannot remove " + pidFile(), e);
            }
        });
    }

    List<String> serverCommand(int port) {
        List<String> command = new ArrayList<>(binaries.program("postgres"));
        command.addAll(List.of("-D", files().toString()));
        command.addAll(List.of("-c", "listen_addresses=127.0.0.1", "-c", "port=" + port));
        command.addAll(List.of("-c", "unix_socket_directories=", "-c", "max_connections=200"));
        command.addAll(List.of("-c", "timezone=UTC", "-c", "log_timezone=UTC"));
        return command;
    }

    /** Whether this process has written that it takes connections; {@code pg_ctl} decides by the same line. */
    boolean isReady(long pid) {
        return status().filter(status -> status.pid() == pid && status.ready()).isPresent();
    }

    String password() {
        try {
            return Files.readString(passwordFile()).trim();
        } catch (IOException e) {
            throw failure("Cannot read " + passwordFile(), e);
        }
    }

    private record Status(long pid, boolean ready) {}

    private Optional<Status> status() {
        try {
            List<String> lines = Files.readAllLines(pidFile());
            if (lines.isEmpty()) {
                return Optional.empty();
            }
            boolean ready =
                    lines.size() > READY_LINE && lines.get(READY_LINE).trim().equals("ready");
            return Optional.of(new Status(Long.parseLong(lines.get(0).trim()), ready));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException e) {
            throw failure("Cannot read " + pidFile(), e);
        }
    }

    private boolean isOurs(ProcessHandle process) {
        try {
            String command = Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"));
            List<String> words = List.of(command.split("\0", -1));
            return words.contains(files().toString()) && words.get(0).endsWith("/bin/postgres");
        } catch (IOException ended) {
            return false;
        }
    }

    private static void stop(ProcessHandle server) {
        StopSignal.INT.sendTo(server);
        server.onExit().orTimeout(ChildProcess.LEASH_SECONDS, TimeUnit.SECONDS).join();
    }

    private void initdb(Path folder) {
        List<String> command = new ArrayList<>(binaries.program("initdb"));
        command.addAll(List.of("--pgdata", folder.toString(), "--username", SUPERUSER));
        command.addAll(
                List.of("--auth", "scram-sha-256", "--pwfile", passwordFile().toString()));
        // The same order of strings on every machine.
        command.addAll(List.of("--encoding", "UTF8", "--locale", "C", "--locale-provider", "builtin"));
        command.addAll(List.of("--builtin-locale", "C.UTF-8"));
        try (ChildProcess initdb = ChildProcess.start(
                "initdb", command, Map.of(), data.path(), logFolder.resolve("postgresql-initdb.log"))) {
            if (!initdb.awaitExit(INITDB_LIMIT) || initdb.onExit().join() != 0) {
                throw new LocalStackException(
                        LocalStackException.Code.START_FAILED,
                        "PostgreSQL's initdb failed. Its log ends with:\n" + initdb.logTail());
            }
        }
    }

    private void writePassword() throws IOException {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        Files.deleteIfExists(passwordFile());
        Files.createFile(
                passwordFile(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(passwordFile(), HexFormat.of().formatHex(random) + "\n");
    }

    private Path files() {
        return data.path().resolve("pgdata");
    }

    private Path pidFile() {
        return files().resolve("postmaster.pid");
    }

    private Path passwordFile() {
        return data.path().resolve("superuser-password");
    }

    private static LocalStackException failure(String what, IOException e) {
        return new LocalStackException(LocalStackException.Code.FILE_FAILED, what + ": " + e, e);
    }
}
