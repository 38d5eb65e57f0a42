package io.clientele.gateway.subgraph;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.clientele.gateway.supergraph.Subgraph;
import io.quarkus.runtime.configuration.ConfigurationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SubgraphAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"http://funnel:8081/base", "http://funnel:8081/base/"})
    void configurationComesBeforeSupergraph(String url) {
        assertThat(of("http://elsewhere", Map.of("funnel", () -> URI.create(url))))
                .containsExactly(new SubgraphAddress(
                        "funnel",
                        URI.create("http://funnel:8081/base/graphql"),
                        Optional.of(URI.create("http://funnel:8081/base/q/health/ready"))));
    }

    @Test
    void supergraphsAddressIsTakenAsItIs() {
        assertThat(of("https://elsewhere/api", Map.of("other", () -> URI.create("http://other"))))
                .containsExactly(new SubgraphAddress("funnel", URI.create("https://elsewhere/api"), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"funnel:8081", "ftp://funnel", "/funnel", "http:funnel"})
    void refusesAddressThatIsNone(String address) {
        assertThatThrownBy(() -> of("http://elsewhere", Map.of("funnel", () -> URI.create(address))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("CLIENTELE_SERVICES_FUNNEL_URL")
                .hasMessageContaining(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not an address"})
    void refusesSupergraphsAddressThatIsNone(String address) {
        assertThatThrownBy(() -> of(address, Map.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("CLIENTELE_SERVICES_FUNNEL_URL");
    }

    private static List<SubgraphAddress> of(String url, Map<String, ServiceAddresses.Service> services) {
        return SubgraphAddress.of(List.of(new Subgraph("FUNNEL", "funnel", url)), () -> services);
    }
}
