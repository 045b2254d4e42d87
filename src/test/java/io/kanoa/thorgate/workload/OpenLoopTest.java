package io.kanoa.thorgate.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OpenLoopTest {

    /** What became of a piece of work. */
    private record Piece(long due, String word) {}

    /** Takes so long for each piece, unless it is cancelled. */
    private static final class Slow implements OpenLoop.Lane<Piece> {

        private final long millis;
        private final CountDownLatch cancelled = new CountDownLatch(1);

        Slow(long millis) {
            this.millis = millis;
        }

        @Override
        public Piece work(int number, long due) {
            try {
                return new Piece(due, cancelled.await(millis, TimeUnit.MILLISECONDS) ? "cancelled" : "done");
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public Piece unsent(long due) {
            return new Piece(due, "unsent");
        }

        @Override
        public void cancel() {
            cancelled.countDown();
        }

        @Override
        public void close() {
            cancel();
        }
    }

    @Test
    void work_fallsDueAtItsTimes_howeverLongItTakes() throws InterruptedException {
        try (OpenLoop<Piece> loop = loop(100, 4, 30, Duration.ofSeconds(5))) {
            Thread.sleep(500);
            List<Piece> pieces = loop.stop();

            assertThat(pieces).hasSizeBetween(49, 60).extracting(Piece::word).containsOnly("done");
            assertThat(IntStream.range(1, pieces.size())
                            .mapToLong(
                                    i -> pieces.get(i).due() - pieces.get(i - 1).due()))
                    .allMatch(gap -> gap == 10_000_000);
        }
    }

    @Test
    void backlogThatDoesNotDrain_isCancelledOrNeverBegun_andCounted() throws InterruptedException {
        try (OpenLoop<Piece> loop = loop(100, 2, 60_000, Duration.ofMillis(200))) {
            Thread.sleep(300);
            List<Piece> pieces = loop.stop();

            assertThat(pieces).hasSizeBetween(29, 40);
            assertThat(pieces).extracting(Piece::word).containsOnly("cancelled", "unsent");
            assertThat(pieces)
                    .filteredOn(piece -> piece.word().equals("unsent"))
                    .hasSizeGreaterThan(20);
        }
    }

    private static OpenLoop<Piece> loop(double perSecond, int lanes, long millis, Duration patience) {
        return new OpenLoop<>(
                "test",
                perSecond,
                patience,
                IntStream.range(0, lanes).mapToObj(i -> new Slow(millis)).toList(),
                Piece::due);
    }
}
