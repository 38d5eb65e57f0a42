package io.clientele.localstack;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PlatformTest {

    @Test
    void linuxOnX64IsSupported() {
        assertThatCode(new Platform("Linux", "amd64")::requireSupported).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"Linux,aarch64", "Mac OS X,x86_64", "Windows 11,amd64"})
    void anythingElseIsRefusedInOneSentence(String system, String architecture) {
        assertThatExceptionOfType(LocalStackException.class)
                .isThrownBy(new Platform(system, architecture)::requireSupported)
                .withMessage(
                        "The local stack runs on Linux x86-64 only, and this is %s %s; point the services at an Elasticsearch and a PostgreSQL of your own.",
                        system, architecture)
                .returns(LocalStackException.Code.UNSUPPORTED_PLATFORM, LocalStackException::code);
    }
}
