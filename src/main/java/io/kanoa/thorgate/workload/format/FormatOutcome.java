package io.kanoa.thorgate.workload.format;

/** What became of a model in a weight format. */
public enum FormatOutcome {
    /** Loaded, held in its format, and tokens came. */
    SERVED("served"),
    /** Loaded and tokens came, but the engine holds the weights in another format. */
    CONVERTED("converted"),
    /** Loaded and tokens came; in which format the engine holds the weights, it does not tell. */
    NOT_TOLD("form not told"),
    /** Loaded, but no token came. */
    SILENT("no tokens"),
    /** The engine does not load it. */
    REFUSED("refused"),
    /** It was not loaded for a reason that says nothing of the format: no memory, no time, a port that is taken. */
    NOT_SETTLED("not settled");

    private final String word;

    FormatOutcome(String word) {
        this.word = word;
    }

    /** Whether it says neither that the format is served nor that it is not. */
    public boolean isOpen() {
        return this == NOT_TOLD || this == NOT_SETTLED;
    }

    /** For people. */
    @Override
    public String toString() {
        return word;
    }
}
