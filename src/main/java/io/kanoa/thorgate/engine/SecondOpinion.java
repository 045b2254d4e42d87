package io.kanoa.thorgate.engine;

import java.util.List;

/**
 * What another tool measured of the same engine with work of the same shape.
 *
 * @param tool its name, e.g. {@code vllm bench serve}
 * @param command its exact arguments
 * @param figures that it reported
 */
public record SecondOpinion(String tool, List<String> command, List<ReportedFigure> figures) {

    public SecondOpinion {
        command = List.copyOf(command);
        figures = List.copyOf(figures);
    }
}
