package io.kanoa.thorgate.physics;

/** Whether something can be reached, the worst last. */
public enum Outcome {
    /** Physics does not stand in the way. */
    POSSIBLE,
    /** A fact of the model or of the device is missing, or no ceiling is known for the metric. */
    NOT_KNOWN,
    /** It can be measured, but the target lies beyond what the device can do. */
    BEYOND_CEILING,
    /** It can't even be started. */
    CANNOT_BE_LOADED
}
