package io.clientele.gateway.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file of queries and their plans: the name of the feature whose supergraph they are for, then each query under the sentence of what its plan shows.
 *
 * @param file where it lies among the sources
 */
record PlanBook(Path file, String feature, List<Page> pages) {

    private static final Path FOLDER = Path.of("src/test/resources/plans");
    private static final String TITLE = "\n== ";
    private static final Pattern VARIABLE = Pattern.compile("(\\w+)=(true|false)");
    private static final String PLAN = "\n--\n";

    /**
     * One query with its plan, which is empty while there is none.
     *
     * @param query a query, of which a first line such as {@code # yes=true no=false} tells the variables, all of them Boolean
     */
    record Page(String title, String query, String plan) {

        Map<String, Object> variables() {
            Map<String, Object> variables = new TreeMap<>();
            Matcher matcher = VARIABLE.matcher(query);
            while (matcher.find()) {
                variables.put(matcher.group(1), Boolean.valueOf(matcher.group(2)));
            }
            return variables;
        }
    }

    static List<PlanBook> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().map(PlanBook::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PlanBook read(Path file) {
        try {
            String[] parts = Files.readString(file).split(TITLE, -1);
            List<Page> pages = Arrays.stream(parts).skip(1).map(PlanBook::page).toList();
            return new PlanBook(file, parts[0].strip().substring("supergraph ".length()), pages);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Page page(String text) {
        int afterTitle = text.indexOf('\n');
        int beforePlan = text.indexOf(PLAN);
        String query = text.substring(afterTitle, beforePlan < 0 ? text.length() : beforePlan);
        String plan = beforePlan < 0 ? "" : text.substring(beforePlan + PLAN.length());
        return new Page(text.substring(0, afterTitle), query.strip(), plan.strip());
    }

    /** Writes the file again with the plans of today. */
    void update(Function<Page, String> planner) {
        List<String> parts = new ArrayList<>(List.of("supergraph " + feature + "\n"));
        pages.forEach(page -> parts.add(page.title() + "\n" + page.query() + PLAN + planner.apply(page) + "\n"));
        try {
            Files.writeString(file, String.join(TITLE, parts));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return file.getFileName().toString();
    }
}
