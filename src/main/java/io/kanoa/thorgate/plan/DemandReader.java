package io.kanoa.thorgate.plan;

import java.util.List;
import java.util.Optional;

/** Reads sampling and background stream, whole for a profile or as changes for one of its scenarios. */
final class DemandReader {

    private static final List<String> SAMPLING = List.of(
            "warm-up",
            "requests",
            "output-tokens",
            "think-time",
            "stall-timeout",
            "load-timeout",
            "time-limit",
            "unsteady");
    private static final List<String> BACKGROUND = List.of("rate", "input-tokens", "output-tokens");
    private static final String ALLOW = "allow";
    private static final Known UNSTEADY = new Known("word", List.of("refuse", ALLOW));
    private static final int MOST_REQUESTS = 1_000_000;
    private static final int MOST_TOKENS = 10_000_000;

    private DemandReader() {}

    /** What a profile asks; nothing where something is missing or wrong, which is reported. */
    static Optional<Demand> whole(Section section) {
        Optional<Sampling> sampling = section.need("sampling")
                .flatMap(at -> at.section(SAMPLING))
                .flatMap(s -> sampling(s, Optional.empty()));
        Optional<Background> background = section.need("background")
                .flatMap(at -> at.section(BACKGROUND))
                .flatMap(s -> background(s, Optional.empty()));
        return sampling.flatMap(s -> background.map(b -> new Demand(s, b)));
    }

    /** What a profile asks of one scenario: {@code base} where the section says nothing else. */
    static Demand changed(Section section, Demand base) {
        Sampling sampling = section.find("sampling")
                .flatMap(at -> at.section(SAMPLING))
                .flatMap(s -> sampling(s, Optional.of(base.sampling())))
                .orElse(base.sampling());
        Background background = section.find("background")
                .flatMap(at -> at.section(BACKGROUND))
                .flatMap(s -> background(s, Optional.of(base.background())))
                .orElse(base.background());
        return new Demand(sampling, background);
    }

    private static Optional<Sampling> sampling(Section section, Optional<Sampling> base) {
        Values values = new Values(section);
        Sampling sampling = new Sampling(
                values.count("warm-up", 0, MOST_REQUESTS, base.map(Sampling::warmUpRequests)),
                values.count("requests", 1, MOST_REQUESTS, base.map(Sampling::requests)),
                values.count("output-tokens", 2, MOST_TOKENS, base.map(Sampling::outputTokens)),
                values.duration("think-time", DurationParser.zeroOrMore(), base.map(Sampling::thinkTime)),
                values.duration("stall-timeout", DurationParser.positive(), base.map(Sampling::stallTimeout)),
                values.duration("load-timeout", DurationParser.positive(), base.map(Sampling::loadTimeout)),
                values.duration("time-limit", DurationParser.positive(), base.map(Sampling::timeLimit)),
                section.find("unsteady")
                        .flatMap(at -> at.parsed(UNSTEADY))
                        .map(ALLOW::equals)
                        .orElse(base.map(Sampling::allowsUnsteady).orElse(false)));
        return values.complete(sampling);
    }

    private static Optional<Background> background(Section section, Optional<Background> base) {
        Values values = new Values(section);
        Background background = new Background(
                values.rate("rate", base.map(Background::requestsPerSecond)),
                values.count("input-tokens", 1, MOST_TOKENS, base.map(Background::inputTokens)),
                values.count("output-tokens", 1, MOST_TOKENS, base.map(Background::outputTokens)));
        return values.complete(background);
    }
}
