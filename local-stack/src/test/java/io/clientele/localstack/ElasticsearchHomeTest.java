package io.clientele.localstack;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ElasticsearchHomeTest {

    @Test
    void takesOptionsApartByBlanks() {
        assertThat(ElasticsearchHome.ownOptions(" -XX:TieredStopAtLevel=1  -Xss2m\n"))
                .containsExactly("-XX:TieredStopAtLevel=1", "-Xss2m");
        assertThat(ElasticsearchHome.ownOptions("  ")).isEmpty();
        assertThat(ElasticsearchHome.ownOptions(null)).isEmpty();
    }
}
