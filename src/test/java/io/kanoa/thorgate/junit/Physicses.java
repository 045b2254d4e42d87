package io.kanoa.thorgate.junit;

import io.kanoa.thorgate.physics.Assumptions;
import io.kanoa.thorgate.physics.Candidate;
import io.kanoa.thorgate.physics.Hardware;
import io.kanoa.thorgate.physics.Physics;
import io.kanoa.thorgate.physics.RowPhysics;
import io.kanoa.thorgate.plan.Comparison;
import io.kanoa.thorgate.plan.Scope;
import java.util.OptionalDouble;

/** What physics says where nothing is known of the device. */
final class Physicses {

    static final RowPhysics NONE = new Physics(
                    new Hardware(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty()),
                    Assumptions.PLAIN,
                    serving ->
                            Candidate.declared(serving.model(), serving.model().facts()))
            .of(Series.row(40, Series.rate(Comparison.GREATER, 1, Scope.START)));

    private Physicses() {}
}
