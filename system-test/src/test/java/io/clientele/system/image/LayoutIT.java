package io.clientele.system.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.ObjectMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** There is one layout of an image, whether Docker builds it or the build itself. */
class LayoutIT {

    private static final Path ROOT = Path.of(System.getProperty("clientele.root"));
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {"gateway", "funnel-service", "profile-service", "campaign-service"})
    void isTheSameWithDockerAndWithout(String module, @TempDir Path folder) throws IOException {
        Image built = Image.unpack(module, folder);
        Dockerfile docker = Dockerfile.read(ROOT, "images/service/Dockerfile", Map.of("SERVICE", module));
        assertThat(built.files().keySet())
                .isEqualTo(docker.files().keySet())
                .contains("/app/quarkus-run.jar", "/app/jvm.options", "/app/heap.options");
        for (Map.Entry<String, Path> file : built.files().entrySet()) {
            assertThat(Files.mismatch(
                            file.getValue(), docker.files().getOrDefault(file.getKey(), Path.of("/dev/null"))))
                    .as(file.getKey())
                    .isEqualTo(-1);
        }
        assertThat(built.texts("Entrypoint")).isEqualTo(words(docker.setting("ENTRYPOINT")));
        assertThat(built.texts("Cmd")).isEqualTo(words(docker.setting("CMD")));
        assertThat(built.texts("Env")).containsExactlyInAnyOrderElementsOf(docker.environment());
        assertThat(built.settings().path("User").asText()).isEqualTo(docker.setting("USER"));
        assertThat(built.settings().path("WorkingDir").asText()).isEqualTo(docker.setting("WORKDIR"));
    }

    @Test
    void standsOnTheBaseThatThePomNames() throws IOException {
        Dockerfile docker = Dockerfile.read(ROOT, "images/service/Dockerfile", Map.of("SERVICE", "gateway"));
        assertThat(docker.setting("FROM")).isEqualTo(property("image.base"));
    }

    @Test
    void elasticsearchOfTheImageIsTheOneThatThePluginIsBuiltFor() throws IOException {
        String version = property("elasticsearch.version");
        Path plugin =
                ROOT.resolve("elasticsearch-plugin/target/clientele-elasticsearch-plugin-%s.zip".formatted(version));
        assertThat(plugin).isRegularFile();
        assertThat(Files.readAllLines(ROOT.resolve("images/elasticsearch/Dockerfile")))
                .contains(
                        "FROM docker.elastic.co/elasticsearch/elasticsearch:" + version,
                        "COPY " + ROOT.relativize(plugin) + " /tmp/clientele.zip");
    }

    private static String property(String name) throws IOException {
        Matcher matcher = Pattern.compile("<" + Pattern.quote(name) + ">([^<]+)</")
                .matcher(Files.readString(ROOT.resolve("pom.xml")));
        assertThat(matcher.find()).as(name).isTrue();
        return matcher.group(1);
    }

    private static List<String> words(String json) throws IOException {
        return List.of(JSON.readValue(json, String[].class));
    }
}
