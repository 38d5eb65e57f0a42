package io.clientele.edge.graphql;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GraphqlRequestTest {

    @Test
    void acceptsDocumentWithVariablesAndName() {
        assertThat(GraphqlRequest.problem("""
                        {"query": "query a { b }", "variables": {"c": [1]}, "operationName": "a", "extensions": null}""")).isEmpty();
    }

    @Test
    void acceptsRawLineBreakInDocument() {
        assertThat(GraphqlRequest.problem("{\"query\": \"{\n\ta\r\n}\"}")).isEmpty();
    }

    @Test
    void namesTheFieldAtFault() {
        assertThat(GraphqlRequest.problem("{}"))
                .hasValueSatisfying(text -> assertThat(text).contains("'query'"));
        assertThat(GraphqlRequest.problem("{\"query\":\"{ a }\",\"variables\":[]}"))
                .hasValueSatisfying(text -> assertThat(text).contains("'variables'"));
        assertThat(GraphqlRequest.problem("{\"query\":\"{ a }\",\"operationName\":{}}"))
                .hasValueSatisfying(text -> assertThat(text).contains("'operationName'"));
    }

    @Test
    void survivesLoneSurrogateAndNul() {
        assertThat(GraphqlRequest.problem("{\"query\":\"{ a(b: \\\"\\ud800\\u0000\\\") }\"}"))
                .isEmpty();
        assertThat(GraphqlRequest.problem("\u0000")).isPresent();
    }
}
