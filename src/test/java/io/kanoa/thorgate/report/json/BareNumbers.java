package io.kanoa.thorgate.report.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Numbers of a results file that have no unit of their own beside them. */
final class BareNumbers {

    /** In an object with a unit, these have it. Anything else beside a unit is of another kind, or says so below. */
    private static final Set<String> IN_THE_UNIT = Set.of("value", "lower", "upper");

    /** Objects whose unit is that of all their numbers, lists whose unit is beside them, and a number of digits. */
    private static final List<Pattern> KNOWN = List.of(
            Pattern.compile("/counts/[a-z_]+"),
            Pattern.compile("/rows/requests/[a-z_]+/[a-z_]+"),
            Pattern.compile("/comparisons/metrics/values"),
            Pattern.compile("/rows/metrics/histogram/significant_digits"));

    private final List<String> found = new ArrayList<>();

    private BareNumbers() {}

    /** Their paths, without the places in lists. */
    static List<String> in(JsonNode results) {
        BareNumbers numbers = new BareNumbers();
        numbers.walk("", results, false);
        return numbers.found;
    }

    private void walk(String path, JsonNode node, boolean hasUnit) {
        if (node.isNumber()
                && !hasUnit
                && KNOWN.stream().noneMatch(known -> known.matcher(path).matches())) {
            found.add(path);
        } else if (node.isArray()) {
            node.forEach(child -> walk(path, child, false));
        }
        node.fieldNames()
                .forEachRemaining(name -> walk(
                        path + "/" + name,
                        node.get(name),
                        IN_THE_UNIT.contains(name) && node.path("unit").isTextual()));
    }
}
