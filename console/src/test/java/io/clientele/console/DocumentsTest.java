package io.clientele.console;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import io.clientele.console.shop.PublicSchema;

import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.validation.ValidationError;
import graphql.validation.Validator;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever the console asks can be asked of the gateway. */
class DocumentsTest {

    private static final Pattern DOCUMENT = Pattern.compile("/\\* GraphQL \\*/ `([^`]*)`");
    private static final Pattern ASKED = Pattern.compile("\\b(?:query|mutation) \\w");

    private static final GraphQLSchema SCHEMA = PublicSchema.build(environment -> null);

    @Test
    void everyDocumentIsValid() throws IOException {
        Map<String, List<ValidationError>> errors = new TreeMap<>();
        ConsoleSources.scripts()
                .forEach((path, script) -> ConsoleSources.found(DOCUMENT, script)
                        .forEach(document -> errors.put(
                                path + ": "
                                        + document.strip().lines().findFirst().orElseThrow(),
                                new Validator().validateDocument(SCHEMA, Parser.parse(document), Locale.ENGLISH))));

        assertThat(errors)
                .hasSizeGreaterThan(8)
                .allSatisfy((document, found) -> assertThat(found).isEmpty());
    }

    @Test
    void documentsStandInFilesOfTheirOwn() throws IOException {
        ConsoleSources.scripts().forEach((path, script) -> {
            if (!path.endsWith("documents.js")) {
                assertThat(script).as(path).doesNotContainPattern(DOCUMENT).doesNotContainPattern(ASKED);
            }
        });
    }

    @Test
    void namesNoOperationTwice() throws IOException {
        Pattern name = Pattern.compile("\\b(?:query|mutation) (\\w+)");

        assertThat(ConsoleSources.scripts().values().stream()
                        .flatMap(script -> ConsoleSources.found(DOCUMENT, script).stream())
                        .flatMap(document -> ConsoleSources.found(name, document).stream()))
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }
}
