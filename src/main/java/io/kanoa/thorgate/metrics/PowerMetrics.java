package io.kanoa.thorgate.metrics;

import static io.kanoa.thorgate.telemetry.SampleChannels.GPU_POWER_W;
import static io.kanoa.thorgate.telemetry.SampleChannels.PACKAGE_POWER_W;
import static io.kanoa.thorgate.telemetry.SampleChannels.RAILS_POWER_W;
import static io.kanoa.thorgate.telemetry.SampleChannels.VIN_POWER_W;

import io.kanoa.thorgate.plan.Metric;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Power and energy over the time in which requests ran, and only that. A sensor's current values are integrated by
 * trapezoids; averages that a tool prints are not used. Time that two requests share counts once.
 */
final class PowerMetrics {

    private static final List<List<String>> WHOLE_BOARD = List.of(List.of(VIN_POWER_W), List.of(RAILS_POWER_W));
    private static final String NO_TOKENS = "no answer reports its token count";

    private final Sensors sensors;

    private PowerMetrics(Sensors sensors) {
        this.sensors = sensors;
    }

    static Map<Metric, Sensed> of(Sensors sensors) {
        return new PowerMetrics(sensors).all();
    }

    private Map<Metric, Sensed> all() {
        return Map.of(
                Metric.VIN_AVERAGE_POWER, average(List.of(VIN_POWER_W)),
                Metric.GPU_AVERAGE_POWER, average(List.of(GPU_POWER_W)),
                Metric.PACKAGE_AVERAGE_POWER, average(List.of(PACKAGE_POWER_W)),
                Metric.RAILS_AVERAGE_POWER, average(List.of(RAILS_POWER_W)),
                Metric.BOARD_AVERAGE_POWER,
                        first(WHOLE_BOARD)
                                .map(this::average)
                                .orElse(Sensed.absent("no power sensor of the whole board: no sample carries "
                                        + VIN_POWER_W + " or " + RAILS_POWER_W)),
                Metric.ENERGY_PER_OUTPUT_TOKEN, energy(this::perToken),
                Metric.ENERGY_PER_OUTPUT_TOKEN_ABOVE_IDLE, energy(this::aboveIdle),
                Metric.OUTPUT_TOKENS_PER_JOULE, energy(this::perJoule));
    }

    private interface Formula {
        Observations of(Source source, Slices slices);
    }

    private Sensed average(List<String> channels) {
        return known(channels)
                ? value(channels, (source, slices) -> slices.ratio(Slices.Slice::integral, Slices.Slice::seconds, ""))
                : Sensed.absent("no power sensor: no sample carries " + String.join(" + ", channels));
    }

    private Sensed energy(Formula formula) {
        if (!sensors.evidence().background().isEmpty()) {
            return Sensed.absent("the same energy made the tokens of the neighbour");
        }
        return first(Stream.concat(WHOLE_BOARD.stream(), processors()).toList())
                .map(channels -> value(channels, formula))
                .orElse(Sensed.absent("no power sensor: no sample carries any power"));
    }

    private Observations perToken(Source source, Slices slices) {
        return slices.ratio(
                slice -> 1e3 * slice.integral(), slice -> slice.answer().outputTokens(), NO_TOKENS);
    }

    private Observations aboveIdle(Source source, Slices slices) {
        IdlePower idle = sensors.evidence().idle();
        double watts = idle.of(source);
        return Double.isNaN(watts)
                ? new Observations.Missing(
                        idle.absence().isEmpty() ? "idle power of " + source.name() + " is not known" : idle.absence())
                : slices.ratio(
                        slice -> 1e3 * (slice.integral() - watts * slice.seconds()),
                        slice -> slice.answer().outputTokens(),
                        NO_TOKENS);
    }

    private Observations perJoule(Source source, Slices slices) {
        return slices.ratio(slice -> slice.answer().outputTokens(), Slices.Slice::integral, NO_TOKENS);
    }

    private Sensed value(List<String> channels, Formula formula) {
        if (sensors.evidence().measured().isEmpty()) {
            return Sensed.absent(Answers.NO_REQUEST);
        }
        Source source = sensors.overRequests(channels);
        return sensors.value(source, () -> formula.of(source, slices(source)));
    }

    private Slices slices(Source source) {
        return Slices.of(
                sensors.evidence().measured(),
                source.channels().stream().map(sensors::curve).toList(),
                source.name());
    }

    /** What of GPU and CPU package is measured. */
    private Stream<List<String>> processors() {
        List<String> present =
                Stream.of(GPU_POWER_W, PACKAGE_POWER_W).filter(this::known).toList();
        return present.isEmpty() ? Stream.empty() : Stream.of(present);
    }

    private Optional<List<String>> first(List<List<String>> candidates) {
        return candidates.stream().filter(this::known).findFirst();
    }

    private boolean known(List<String> channels) {
        return channels.stream().allMatch(this::known);
    }

    /** A channel that was there before the run and has stopped since is not silently replaced by another. */
    private boolean known(String channel) {
        return sensors.have(channel) || sensors.evidence().idle().watts().containsKey(channel);
    }
}
