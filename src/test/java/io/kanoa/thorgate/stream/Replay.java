package io.kanoa.thorgate.stream;

import io.kanoa.thorgate.stream.Outcome.Kind;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Gives bytes to the reader without a network, as if each piece were one socket read. */
final class Replay {

    /** A timeline but for its times. */
    record Seen(
            List<String> chunks,
            String finishReason,
            Usage usage,
            Optional<EngineTimings> timings,
            Outcome outcome,
            String text) {}

    private final GenerationRequest request;

    Replay(Dialect dialect) {
        Endpoint endpoint = new Endpoint(URI.create("http://127.0.0.1:1"), dialect, "m");
        request = new GenerationRequest(endpoint, "Why?", -1, 500, 7, Duration.ofSeconds(1), true);
    }

    Seen whole(byte[] body) {
        return inPieces(body, body.length);
    }

    /** The body cut at these positions, which are taken modulo its length. */
    Seen cutAt(byte[] body, List<Integer> positions) {
        int[] cuts = positions.stream()
                .mapToInt(position -> Math.floorMod(position, body.length))
                .sorted()
                .toArray();
        return inPieces(body, cuts);
    }

    private Seen inPieces(byte[] body, int... cuts) {
        try (AnswerReader reader = new AnswerReader(request)) {
            Outcome outcome = outcome(reader, body, cuts);
            Answer answer = reader.answer();
            return new Seen(
                    answer.chunks().stream().map(Replay::timeless).toList(),
                    answer.finishReason(),
                    answer.counts().usage(),
                    answer.counts().timings(),
                    outcome,
                    answer.text());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Outcome outcome(AnswerReader reader, byte[] body, int... cuts) throws IOException {
        try {
            if (takesAll(reader, body, cuts)) {
                reader.end(cuts.length + 1L, cuts.length + 1L);
            }
            return reader.outcome();
        } catch (MalformedStreamException e) {
            return new Outcome(Kind.MALFORMED, e.getMessage());
        }
    }

    private static boolean takesAll(AnswerReader reader, byte[] body, int... cuts) throws IOException {
        int from = 0;
        for (int i = 0; i <= cuts.length; i++) {
            int to = i < cuts.length ? cuts[i] : body.length;
            byte[] piece = Arrays.copyOfRange(body, from, to);
            if (!reader.read(piece, piece.length, i, i)) {
                return false;
            }
            from = to;
        }
        return true;
    }

    private static String timeless(Chunk chunk) {
        return chunk.channel() + " " + chunk.textLength() + " " + chunk.tokens();
    }
}
