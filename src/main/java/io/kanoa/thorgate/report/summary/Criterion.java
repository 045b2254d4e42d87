package io.kanoa.thorgate.report.summary;

import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Unit;
import io.kanoa.thorgate.report.Figures;
import io.kanoa.thorgate.report.view.RowView;

/** What decides between candidates that meet their targets, in the order of weight. Less is better in each. */
enum Criterion {
    TIME_TO_FIRST_TOKEN("time to first token", Unit.MILLISECONDS) {
        @Override
        double of(RowView row) {
            return row.figure(Metric.TIME_TO_FIRST_TOKEN).in(Unit.MILLISECONDS);
        }
    },
    INTER_TOKEN_LATENCY("inter-token latency", Unit.MILLISECONDS) {
        @Override
        double of(RowView row) {
            return row.figure(Metric.INTER_TOKEN_LATENCY).in(Unit.MILLISECONDS);
        }
    },
    MEMORY("memory of the engine", Unit.BYTES) {
        @Override
        double of(RowView row) {
            double onGpu = row.figure(Metric.ENGINE_GPU_MEMORY_PEAK).in(Unit.BYTES);
            return row.figure(Metric.ENGINE_MEMORY_PEAK).in(Unit.BYTES) + (Double.isNaN(onGpu) ? 0 : onGpu);
        }
    },
    ENERGY("energy a token", Unit.MILLIJOULES_PER_TOKEN) {
        @Override
        double of(RowView row) {
            return row.figure(Metric.ENERGY_PER_OUTPUT_TOKEN).in(Unit.MILLIJOULES_PER_TOKEN);
        }
    };

    private final String words;
    private final Unit unit;

    Criterion(String words, Unit unit) {
        this.words = words;
        this.unit = unit;
    }

    /** The value of a row; NaN where it is not known. */
    abstract double of(RowView row);

    String words() {
        return words;
    }

    String text(double value) {
        return Figures.of(value, unit);
    }
}
