package io.kanoa.thorgate.report.page;

import io.kanoa.thorgate.report.plot.Panel;
import io.kanoa.thorgate.report.view.RawRow;
import io.kanoa.thorgate.report.view.RequestView;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The longest token gap of each measured request over time, so that a stall can be seen beside what the sensors read. */
final class GapTrace {

    private GapTrace() {}

    static Optional<Panel.Trace> of(RawRow raw) {
        List<RequestView> answered = raw.phase("measured").stream()
                .filter(request -> request.isAnswered() && request.sentNs() != null && request.chunkNs().length > 1)
                .sorted(Comparator.comparingDouble(RequestView::sentSeconds))
                .toList();
        return answered.isEmpty()
                ? Optional.empty()
                : Optional.of(new Panel.Trace(
                        answered.stream().mapToDouble(RequestView::sentSeconds).toArray(),
                        answered.stream()
                                .mapToDouble(
                                        request -> request.gapsMillis().max().orElse(Double.NaN))
                                .toArray()));
    }
}
