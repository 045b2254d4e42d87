package io.kanoa.thorgate.report.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kanoa.thorgate.plan.Unit;
import io.kanoa.thorgate.report.Figures;
import io.kanoa.thorgate.report.PlainText;
import java.time.Duration;
import java.util.Collection;

/** The building blocks of the results file: numbers with units, and text that is safe to show. */
final class Nodes {

    private static final int DIGITS = 6;
    private static final int EXACT = 17;
    private static final int LONGEST_TEXT = 2000;

    private Nodes() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** Six significant digits; what is not a number is null. */
    static JsonNode number(double value) {
        return Double.isFinite(value) ? DecimalNode.valueOf(Figures.rounded(value, DIGITS)) : NullNode.getInstance();
    }

    /** All digits, for raw data; what is not a number is null. */
    static JsonNode exact(double value) {
        return Double.isFinite(value) ? DecimalNode.valueOf(Figures.rounded(value, EXACT)) : NullNode.getInstance();
    }

    static ObjectNode quantity(double value, String unit) {
        ObjectNode node = object();
        node.set("value", number(value));
        return node.put("unit", unit);
    }

    static ObjectNode quantity(double value, Unit unit) {
        return quantity(value, unit.symbol());
    }

    static ObjectNode seconds(long nanos) {
        return quantity(nanos / 1e9, Unit.SECONDS);
    }

    static ObjectNode seconds(Duration duration) {
        return seconds(duration.toNanos());
    }

    static String text(String untrusted) {
        return PlainText.line(untrusted, LONGEST_TEXT);
    }

    static ArrayNode texts(Collection<String> untrusted) {
        ArrayNode node = array();
        untrusted.forEach(text -> node.add(text(text)));
        return node;
    }
}
