package io.clientele.campaign.channel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What receivers are told to do is what the tests' receiver does. */
class ChannelsDocumentTest {

    private static final Path ROOT = Path.of(System.getProperty("clientele.root"));

    @Test
    void showsTheLinesByWhichTheTestsVerifyMessages() throws IOException {
        String source = Files.readString(
                ROOT.resolve("campaign-service/src/test/java/io/clientele/campaign/channel/WebhookVerification.java"));
        String sample = source.substring(
                source.indexOf("// sample\n") + "// sample\n".length(), source.indexOf("    // end of sample"));

        assertThat(Files.readString(ROOT.resolve("docs/channels.md")))
                .contains(sample.stripTrailing().stripIndent());
    }
}
