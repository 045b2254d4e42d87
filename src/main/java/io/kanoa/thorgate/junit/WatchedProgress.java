package io.kanoa.thorgate.junit;

import io.kanoa.thorgate.stream.Timeline;
import io.kanoa.thorgate.workload.Progress;
import java.util.function.Consumer;

/** Passes each step on, and gives a sign of life. */
record WatchedProgress(Progress told, Consumer<String> sign) implements Progress {

    @Override
    public void step(String phase, int done, int of, Timeline last) {
        told.step(phase, done, of, last);
        sign.accept(words(phase, done, of));
    }

    @Override
    public void step(String phase, int done, int of) {
        told.step(phase, done, of);
        sign.accept(words(phase, done, of));
    }

    private static String words(String phase, int done, int of) {
        return done + "/" + of + " " + phase;
    }
}
