package io.kanoa.thorgate.stream;

import java.io.IOException;
import java.util.List;

/** Lets benchmarks of other packages read an answer without a network. */
public final class ReadingProbe {

    private ReadingProbe() {}

    /** Reads the same event again and again, each time as one socket read, and gives the chunks of the timeline. */
    public static List<Chunk> read(GenerationRequest request, byte[] event, int times) throws IOException {
        try (AnswerReader reader = new AnswerReader(request)) {
            for (int i = 0; i < times; i++) {
                reader.read(event, event.length, i, i);
            }
            return reader.answer().chunks();
        }
    }
}
