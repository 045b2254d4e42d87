package io.kanoa.thorgate.report.page;

import io.kanoa.thorgate.report.view.RunView;
import java.util.List;

/** Plots that hold rows against each other. */
final class PlotsSection {

    private PlotsSection() {}

    static List<Section> of(RunView run) {
        RunFigures figures = new RunFigures(run);
        return figures.isEmpty()
                ? List.of()
                : List.of(new Section("plots", "Plots", List.of(PlotFigure.all("plot", figures::draw))));
    }
}
