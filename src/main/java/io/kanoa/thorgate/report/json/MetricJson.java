package io.kanoa.thorgate.report.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kanoa.thorgate.metrics.Distribution;
import io.kanoa.thorgate.metrics.LatencyHistogram;
import io.kanoa.thorgate.metrics.Observations;
import io.kanoa.thorgate.metrics.Source;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Unit;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/** The values observed for one metric, summarised. */
final class MetricJson {

    private final Metric metric;
    private final ObjectNode node = Nodes.object();

    private MetricJson(Metric metric) {
        this.metric = metric;
    }

    /** @param source empty where the metric is not made of samples, or no sensor gives them */
    static ObjectNode of(Metric metric, Observations observations, Optional<Source> source) {
        MetricJson json = new MetricJson(metric);
        json.node.put("metric", metric.fieldName());
        json.node.put("formula", metric.formula());
        json.add(observations);
        source.ifPresent(json::source);
        return json.node;
    }

    private void add(Observations observations) {
        if (observations instanceof Observations.PerRequest o) {
            spread("requests", o.values());
            failed((int) Arrays.stream(o.values()).filter(Double::isNaN).count());
        } else if (observations instanceof Observations.RatioOfSums o) {
            value(sum(o.numerators()) / sum(o.denominators()));
            spread("requests", ratios(o));
            failed(o.failed());
        } else if (observations instanceof Observations.TwoSamples o) {
            value(mean(o.beside()) / mean(o.alone()));
            node.set("n_beside", Nodes.quantity(o.beside().length, "requests"));
            node.set("n_alone", Nodes.quantity(o.alone().length, "requests"));
            failed(o.failed());
        } else if (observations instanceof Observations.Pooled o) {
            spread("gaps", pooled(o));
            node.set("n_requests", Nodes.quantity(o.byRequest().size(), "requests"));
            failed(o.failed());
        } else if (observations instanceof Observations.Trials o) {
            spread("trials", o.values());
        } else {
            single(observations);
        }
    }

    private void single(Observations observations) {
        if (observations instanceof Observations.Extreme o) {
            value(o.value());
            node.set("n", Nodes.quantity(o.samples(), "samples"));
        } else if (observations instanceof Observations.Share o) {
            value(o.total() == 0 ? Double.NaN : 100.0 * o.hits() / o.total());
            node.set("n", Nodes.quantity(o.total(), "attempts"));
        } else if (observations instanceof Observations.Census o) {
            value(100.0 * o.hits() / o.total());
            node.set("n", Nodes.quantity(o.total(), "formats"));
        } else if (observations instanceof Observations.Missing o) {
            node.put("missing", Nodes.text(o.reason()));
        }
    }

    private void value(double value) {
        node.set("overall", Nodes.quantity(value, metric.unit()));
    }

    private void failed(int requests) {
        node.set("failed", Nodes.quantity(requests, "requests"));
    }

    private void spread(String counted, double[] values) {
        Optional<Distribution> spread = Distribution.of(values);
        node.set("n", Nodes.quantity(spread.map(Distribution::n).orElse(0), counted));
        quantity("mean", spread.map(Distribution::mean));
        quantity("p50", spread.map(Distribution::p50));
        quantity("p90", spread.map(Distribution::p90));
        quantity("p95", spread.map(Distribution::p95));
        quantity("p99", spread.map(Distribution::p99));
        quantity("min", spread.map(Distribution::min));
        quantity("max", spread.map(Distribution::max));
        if (spread.isPresent() && metric.unit().dimension() == Unit.Dimension.TIME) {
            histogram(values);
        }
    }

    private void source(Source source) {
        ObjectNode sampled = node.putObject("samples_of");
        sampled.set("channels", Nodes.texts(source.channels()));
        sampled.put("window", source.window());
        sampled.set("coverage", Nodes.quantity(Unit.TIMES.to(Unit.PERCENT, source.covered()), Unit.PERCENT));
        sampled.set("coverage_needed", Nodes.quantity(Unit.TIMES.to(Unit.PERCENT, Source.ENOUGH), Unit.PERCENT));
    }

    private void histogram(double[] values) {
        double[] millis = Arrays.stream(values)
                .map(value -> metric.unit().to(Unit.MILLISECONDS, value))
                .toArray();
        node.putObject("histogram")
                .put("encoding", LatencyHistogram.ENCODING)
                .put("unit", "ns")
                .put("significant_digits", LatencyHistogram.DIGITS)
                .put("data", LatencyHistogram.ofMillis(millis).encoded());
    }

    private void quantity(String name, Optional<Double> value) {
        node.set(name, Nodes.quantity(value.orElse(Double.NaN), metric.unit()));
    }

    private static double[] ratios(Observations.RatioOfSums o) {
        return IntStream.range(0, o.numerators().length)
                .mapToDouble(i -> o.numerators()[i] / o.denominators()[i])
                .toArray();
    }

    private static double[] pooled(Observations.Pooled o) {
        return o.byRequest().stream().flatMapToDouble(Arrays::stream).toArray();
    }

    private static double sum(double[] values) {
        return Arrays.stream(values).sum();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }
}
