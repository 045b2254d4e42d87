package io.kanoa.thorgate.physics;

import io.kanoa.thorgate.plan.Target;

/** What physics says of one target of a row. */
public record TargetPhysics(Target target, Feasibility feasibility) {}
