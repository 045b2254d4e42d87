package io.kanoa.thorgate.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.fuzz.Target;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * Bodies of answers. Whatever they hold, there is an outcome, and the same one wherever the network cut them. Only {@link
 * MalformedStreamException} is declared; it counts as refused.
 */
abstract class StreamTarget implements Target {

    private final Replay replay;

    StreamTarget(Dialect dialect) {
        replay = new Replay(dialect);
    }

    @Override
    public boolean accepts(byte[] input) {
        Replay.Seen seen = replay.whole(input);
        if (input.length > 0) {
            assertThat(replay.cutAt(input, List.of(1, (int) input[0], input.length / 2)))
                    .isEqualTo(seen);
        }
        return seen.outcome().kind() != Outcome.Kind.MALFORMED;
    }

    static List<byte[]> bytes(Stream<String> bodies) {
        return bodies.map(body -> body.getBytes(StandardCharsets.UTF_8)).toList();
    }
}
