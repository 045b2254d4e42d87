package io.kanoa.thorgate.device.preflight;

/** How much a finding matters, from least to most. */
public enum Level {
    /** As it should be, or a fact that nothing was asked of. */
    OK,
    /** Figures stay true but may be worse or less steady than the machine's best. */
    WARNING,
    /** Figures would be of no use: nothing is to be started. */
    STOP
}
