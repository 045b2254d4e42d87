package io.kanoa.thorgate.junit;

import io.kanoa.thorgate.report.console.ConsoleProgress;
import io.kanoa.thorgate.stream.Timeline;
import io.kanoa.thorgate.workload.Progress;

/** Tells the console how fast the last answer was. */
record RequestProgress(ConsoleProgress console) implements Progress {

    @Override
    public void step(String phase, int done, int of, Timeline last) {
        console.requests(phase, done, of, decodeRate(last), timeToFirstToken(last));
    }

    @Override
    public void step(String phase, int done, int of) {
        console.requests(phase, done, of, Double.NaN, Double.NaN);
    }

    private static double decodeRate(Timeline answer) {
        long nanos = answer.lastChunkNanos() - answer.firstChunkNanos();
        return nanos > 0 ? (answer.usage().completionTokens() - 1) * 1e9 / nanos : Double.NaN;
    }

    private static double timeToFirstToken(Timeline answer) {
        return answer.chunks().isEmpty() ? Double.NaN : (answer.firstChunkNanos() - answer.sentNanos()) / 1e6;
    }
}
