package io.clientele.profile.population;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A cell of the RFM matrix. */
@Description("Customers with the same scores.")
public record RfmCell(
        @Description("1 to 5, the best being 5.") int recency,

        @Description("1 to 5, the best being 5.") int frequency,

        @Nullable @Description("1 to 5, the best being 5; null if the matrix is of recency and frequency only.")
        Integer monetary,

        @NonNull Portion portion) {

    /** Every code of three scores. */
    static final int CODES = 125;

    /** The cells that have customers, by ascending scores. */
    static List<RfmCell> of(SortedMap<String, Grouping.Group> byCode, boolean monetary, String currency) {
        Grouping.Group all = Portion.sum(byCode.values());
        SortedMap<String, Grouping.Group> cells = new TreeMap<>();
        byCode.forEach(
                (code, group) -> cells.merge(monetary ? code : code.substring(0, 2), group, Grouping.Group::plus));
        List<RfmCell> list = new ArrayList<>(cells.size());
        for (Map.Entry<String, Grouping.Group> cell : cells.entrySet()) {
            String code = cell.getKey();
            list.add(new RfmCell(
                    Character.digit(code.charAt(0), 10),
                    Character.digit(code.charAt(1), 10),
                    monetary ? Integer.valueOf(Character.digit(code.charAt(2), 10)) : null,
                    Portion.of(cell.getValue(), all, currency)));
        }
        return list;
    }
}
