package io.kanoa.thorgate.stream.bench;

/**
 * How a paced server answers. It travels as the name of the model.
 *
 * @param tokensPerSecond of one stream; 0 is as fast as it goes
 * @param tokensPerWrite events handed to the kernel at once
 */
record Pace(int tokensPerSecond, int tokensPerWrite) {

    private static final String PREFIX = "paced";
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    static Pace of(String model) {
        String[] parts = model.split("-");
        if (parts.length != 3 || !parts[0].equals(PREFIX)) {
            throw new IllegalArgumentException(
                    "model " + model + ": write paced-<tokens per second>-<tokens per write>");
        }
        return new Pace(Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }

    String model() {
        return PREFIX + "-" + tokensPerSecond + "-" + tokensPerWrite;
    }

    /** When a token is due, counted from the start of the answer. */
    long dueNanos(int token) {
        return tokensPerSecond == 0 ? 0 : (token + 1) * NANOS_PER_SECOND / tokensPerSecond;
    }
}
