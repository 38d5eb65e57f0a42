package io.clientele.command.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.clientele.command.home.CommandFailure;
import io.clientele.command.home.Home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AccessKeysTest {
    @TempDir
    private Path folder;

    private Home home;

    @BeforeEach
    void createHome() {
        home = new Home(folder).create();
    }

    @Test
    void keepsEachKeyAsItWasFirstMade() throws IOException {
        AccessKeys first = new AccessKeys(home);
        AccessKeys second = new AccessKeys(home);

        assertThat(second.writeKey()).isEqualTo(first.writeKey()).matches("wk_[A-Za-z0-9_-]{32}");
        assertThat(second.databasePassword("profile")).isEqualTo(first.databasePassword("profile"));
        assertThat(second.privateKey()).isEqualTo(first.privateKey());
    }

    @Test
    void givesEachDatabaseItsOwnPassword() throws IOException {
        AccessKeys keys = new AccessKeys(home);

        assertThat(keys.databasePassword("profile")).isNotEqualTo(keys.databasePassword("campaign"));
    }

    @Test
    void letsOnlyTheOwnerReadKeys() throws IOException {
        AccessKeys keys = new AccessKeys(home);
        keys.writeKey();
        keys.databasePassword("profile");
        keys.publicKeyFile();

        try (var files = Files.list(home.keys())) {
            assertThat(files)
                    .hasSize(4)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void agreesOnOneKeyWhenSeveralAskAtOnce() throws Exception {
        List<String> seen = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Callable<String>> askers = new ArrayList<>();
            for (int i = 0; i < 32; i++) {
                askers.add(() -> new AccessKeys(home).writeKey());
            }
            for (Future<String> answer : threads.invokeAll(askers)) {
                seen.add(answer.get());
            }
        }

        assertThat(seen).hasSize(32).containsOnly(new AccessKeys(home).writeKey());
    }

    @Test
    void namesTheFileOfADamagedPrivateKey() throws IOException {
        Files.writeString(home.keys().resolve("token-private.pem"), "not a key");

        assertThatThrownBy(() -> new AccessKeys(home).privateKey())
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("token-private.pem is not an RSA private key");
    }
}
