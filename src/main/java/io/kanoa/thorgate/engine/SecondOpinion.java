package io.kanoa.thorgate.engine;

import java.util.List;

/**
 * What another tool measured of the same engine with work of the same shape.
 *
 * @param tool its name, e.g. {@code vllm bench serve}
 * @param command its exact arguments
 * @param figures that it reported
 * @param failure why there are none, or empty; untrusted text
 */
public record SecondOpinion(String tool, List<String> command, List<ReportedFigure> figures, String failure) {

    /** One that was given. */
    public SecondOpinion(String tool, List<String> command, List<ReportedFigure> figures) {
        this(tool, command, figures, "");
    }

    /** One that was asked for and not given. */
    public static SecondOpinion none(String tool, String failure) {
        return new SecondOpinion(tool, List.of(), List.of(), failure);
    }

    public SecondOpinion {
        command = List.copyOf(command);
        figures = List.copyOf(figures);
    }
}
