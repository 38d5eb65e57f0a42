package io.clientele.campaign.template;

import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

import liqp.filters.Filter;
import liqp.filters.Filters;

/** The filters that messages can use: those of Liquid that are functions of their values alone, each with bounds. */
final class BoundedFilters {

    private static final List<String> NAMES = List.of(
            "abs",
            "append",
            "at_least",
            "at_most",
            "capitalize",
            "ceil",
            "default",
            "divided_by",
            "downcase",
            "escape",
            "escape_once",
            "first",
            "floor",
            "join",
            "last",
            "lstrip",
            "map",
            "minus",
            "modulo",
            "plus",
            "prepend",
            "remove",
            "remove_first",
            "replace",
            "replace_first",
            "reverse",
            "round",
            "rstrip",
            "size",
            "slice",
            "strip",
            "strip_html",
            "strip_newlines",
            "times",
            "truncate",
            "truncatewords",
            "upcase",
            "url_encode");

    static final Filters ALL = Filters.of(
            Stream.concat(NAMES.stream().map(BoundedFilters::bounded), Stream.of(new BoundedFilter(new DateFilter())))
                    .toList());

    static final String NAMES_IN_WORDS = String.join(
            ", ", new TreeSet<>(ALL.values().stream().map(Filter::getName).toList()));

    private BoundedFilters() {}

    private static Filter bounded(String name) {
        return new BoundedFilter(Objects.requireNonNull(Filters.DEFAULT_FILTERS.get(name), name));
    }
}
