package io.kanoa.thorgate.report.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kanoa.thorgate.plan.Unit;
import io.kanoa.thorgate.plan.Work;
import io.kanoa.thorgate.report.RowResult;
import io.kanoa.thorgate.report.RunResult;
import io.kanoa.thorgate.report.SwapLine;
import io.kanoa.thorgate.report.SwapStudy;
import io.kanoa.thorgate.workload.swap.SwapTimes;
import java.util.List;

/** Swaps of models: each of them, the medians of those that may be compared, and whether switching is viable. */
final class SwapJson {

    private static final double PERCENT = 100;

    private SwapJson() {}

    static ArrayNode of(List<SwapTimes> swaps) {
        ArrayNode nodes = Nodes.array();
        swaps.forEach(swap -> nodes.add(of(swap)));
        return nodes;
    }

    /** Strategy, and a line for each direction and state. */
    static ObjectNode study(Work.Swap work, RowResult result) {
        ObjectNode node = Nodes.object().put("strategy", work.strategy().toString());
        ArrayNode lines = node.putArray("cases");
        SwapStudy.of(result).forEach(line -> lines.add(of(line)));
        return node;
    }

    static ArrayNode answers(RunResult run) {
        ArrayNode nodes = Nodes.array();
        SwapStudy.answers(run.rows())
                .forEach((scenario, answer) -> nodes.add(Nodes.object()
                        .put("scenario", Nodes.text(scenario))
                        .put("verdict", answer.outcome().name())
                        .put("answer", Nodes.text(answer.sentence()))));
        return nodes;
    }

    private static ObjectNode of(SwapTimes swap) {
        ObjectNode node = Nodes.object();
        node.put("direction", swap.swap().direction().toString());
        node.put("files", swap.swap().state().toString());
        node.set("unload", Nodes.seconds(swap.unload().nanos()));
        node.set("process", Nodes.seconds(swap.processNanos()));
        node.set("weights", Nodes.seconds(swap.weightsNanos()));
        node.set("ready", Nodes.seconds(swap.readyNanos()));
        node.set("first_token", Nodes.seconds(swap.firstTokenNanos()));
        node.set("total", Nodes.seconds(swap.totalNanos()));
        node.set("memory_returned", Nodes.quantity(swap.memoryReturnedBytes(), Unit.BYTES));
        node.set("memory_kept", Nodes.quantity(swap.unload().keptBytes(), Unit.BYTES));
        node.set("weight_files", Nodes.quantity(swap.disk().bytes(), Unit.BYTES));
        node.set("cached_before", Nodes.quantity(PERCENT * swap.disk().cachedShare(), Unit.PERCENT));
        return node;
    }

    private static ObjectNode of(SwapLine line) {
        ObjectNode node = Nodes.object();
        node.put("direction", line.swap().direction().toString());
        node.put("files", line.swap().state().toString());
        node.set("n", Nodes.quantity(line.n(), "swaps"));
        node.set("median", Nodes.quantity(line.total().median(), Unit.SECONDS));
        node.set("upper_bound", Nodes.quantity(line.total().upper(), Unit.SECONDS));
        for (int i = 0; i < SwapLine.PARTS.size(); i++) {
            String name = SwapLine.PARTS.get(i).replace(' ', '_');
            node.set(name, Nodes.quantity(line.parts().get(i), Unit.SECONDS));
        }
        node.set("read_rate", Nodes.quantity(line.rate(), Unit.BYTES_PER_SECOND));
        node.set("disk_share", Nodes.quantity(PERCENT * line.diskShare(), Unit.PERCENT));
        node.set("cached_before", Nodes.quantity(PERCENT * line.cachedShare(), Unit.PERCENT));
        node.set("memory_returned", Nodes.quantity(line.memoryReturned(), Unit.BYTES));
        return node.put("problem", Nodes.text(line.problem()));
    }
}
