package io.clientele.funnel.collect;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.clientele.localstack.LocalStackException;
import io.clientele.localstack.ServiceProcess;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The packaged service does not start with write keys that nobody could send with. */
class StartWithWrongWriteKeysIT {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"wk_without_name", "shop:wk_good,:wk_nameless", "shop:"})
    void stopsAndSaysWhatItWants(String writeKeys) {
        Map<String, String> environment = Map.of("CLIENTELE_COLLECT_WRITE_KEYS", writeKeys);

        assertThatExceptionOfType(LocalStackException.class)
                .isThrownBy(() -> ServiceProcess.start("funnel-service", folder, environment))
                .withMessageContaining("clientele.collect.write-keys wants name:key, separated by commas")
                .withMessageNotContaining("wk_");
    }
}
