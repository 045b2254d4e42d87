package io.kanoa.thorgate.report.ci;

import com.fasterxml.jackson.databind.JsonNode;
import io.kanoa.thorgate.weights.HeaderJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A results file as it is shown. */
record RunFile(JsonNode root) {

    private static final long LONGEST = 1 << 28;

    /** @throws IOException if it is missing, too large or no JSON object */
    static RunFile read(Path file) throws IOException {
        return new RunFile(HeaderJson.object(file, LONGEST));
    }

    String text(String key) {
        return root.path(key).asText();
    }

    boolean isGo() {
        return text("verdict").equals("GO");
    }

    int count(String key) {
        return root.path("counts").path(key).asInt();
    }

    List<RunLine> lines() {
        return stream(root.path("rows")).flatMap(RunLine::of).toList();
    }

    /** What was found before anything started, and stopped the run. */
    List<JsonNode> stops() {
        return stream(root.path("preflight"))
                .filter(finding -> finding.path("level").asText().equals("STOP"))
                .toList();
    }

    List<JsonNode> outside() {
        return stream(root.path("outside")).toList();
    }

    /** What must be the same for two runs to be comparable; the profile with it. */
    Map<String, String> fingerprint() {
        Map<String, String> all = new TreeMap<>();
        root.path("fingerprint")
                .properties()
                .forEach(entry -> all.put(entry.getKey(), entry.getValue().asText()));
        all.put("profile", text("profile"));
        return all;
    }

    static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
