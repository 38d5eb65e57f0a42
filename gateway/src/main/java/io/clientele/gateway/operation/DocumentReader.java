package io.clientele.gateway.operation;

import java.util.List;
import java.util.Locale;

import io.clientele.gateway.operation.RefusedOperationException.Code;
import io.clientele.gateway.operation.RefusedOperationException.Reason;
import io.clientele.gateway.supergraph.Supergraph;

import graphql.language.Document;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.validation.ValidationError;
import graphql.validation.Validator;

/** Parses documents and holds them against the limits and the public schema. */
public final class DocumentReader {

    private final Supergraph supergraph;
    private final OperationLimits limits;
    private final ParserOptions parsing;

    public DocumentReader(Supergraph supergraph, OperationLimits limits) {
        this.supergraph = supergraph;
        this.limits = limits;
        this.parsing = ParserOptions.getDefaultOperationParserOptions()
                .transform(options -> options.maxTokens(limits.tokens()));
    }

    /**
     * Reads a document.
     *
     * @throws RefusedOperationException if it does not parse, is too large, or does not fit the schema
     */
    public Document read(String text) {
        Document document = parsed(text);
        // Before validation, whose own cost grows with what is limited here.
        DocumentSize.check(document, limits);
        List<ValidationError> errors =
                new Validator().validateDocument(supergraph.publicSchema(), document, Locale.ENGLISH);
        if (!errors.isEmpty()) {
            throw new RefusedOperationException(
                    Code.GRAPHQL_VALIDATION, errors.stream().map(Reason::of).toList());
        }
        return document;
    }

    private Document parsed(String text) {
        try {
            return new Parser()
                    .parseDocument(ParserEnvironment.newParserEnvironment()
                            .document(text)
                            .parserOptions(parsing)
                            .build());
        } catch (ParseCancelledException tooLarge) {
            throw new RefusedOperationException(Code.GRAPHQL_LIMIT, String.valueOf(tooLarge.getMessage()));
        } catch (InvalidSyntaxException syntax) {
            throw new RefusedOperationException(Code.GRAPHQL_SYNTAX, List.of(Reason.of(syntax.toInvalidSyntaxError())));
        }
    }
}
