package io.kanoa.thorgate.report.view;

import java.util.List;
import java.util.Map;

/**
 * The raw data of a row.
 *
 * @param requests in order, all phases
 * @param readings of the sensors, by channel
 * @param problems why some of it is missing
 */
public record RawRow(List<RequestView> requests, Map<String, Readings> readings, List<String> problems) {

    public RawRow {
        requests = List.copyOf(requests);
        readings = Map.copyOf(readings);
        problems = List.copyOf(problems);
    }

    /** The requests of one phase. */
    public List<RequestView> phase(String phase) {
        return requests.stream().filter(request -> request.isOf(phase)).toList();
    }
}
