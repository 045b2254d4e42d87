package io.kanoa.thorgate.engine.embedded;

import io.kanoa.thorgate.plan.EngineSpec;
import io.kanoa.thorgate.plan.Model;
import io.kanoa.thorgate.plan.Serving;
import io.kanoa.thorgate.plan.StandIn;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the tests serve: a model of 2 MB that starts in a moment. */
final class Servings {

    static final Duration TIMEOUT = Duration.ofSeconds(20);
    static final int CONTEXT = 4096;

    private Servings() {}

    static Serving tiny(String... arguments) {
        return of(new StandIn(2, 128, 256, 4, 2, CONTEXT, 7), arguments);
    }

    static Serving of(@Nullable StandIn standIn, String... arguments) {
        return new Serving(
                new Model("tiny", "Tiny", List.of("chat"), "none", "F16", standIn),
                new EngineSpec("embedded", "embedded", List.of(arguments)));
    }
}
