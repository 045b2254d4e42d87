package io.kanoa.thorgate.telemetry.tool;

import java.util.Map;

/** Understands the lines of one tool, in their order. */
interface LineParser {

    /** The values by channel that are known after this line; none where it tells nothing. Never throws. */
    Map<String, Double> parse(String line);
}
