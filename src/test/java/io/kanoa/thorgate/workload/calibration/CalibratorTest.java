package io.kanoa.thorgate.workload.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kanoa.thorgate.stream.Channel;
import io.kanoa.thorgate.stream.Chunk;
import io.kanoa.thorgate.stream.Outcome;
import io.kanoa.thorgate.stream.Timeline;
import io.kanoa.thorgate.stream.Usage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CalibratorTest {

    private static final long MILLI = 1_000_000;

    @Test
    void calibration_givesTheErrorOfEachLoad_onTheRealClient() {
        Calibration found = Calibrator.run(List.of(new Load(1, 200), new Load(3, 200)), Duration.ofMillis(150));

        assertThat(found.problem()).isEmpty();
        assertThat(found.errors()).extracting(error -> error.load().streams()).containsExactly(1, 3);
        assertThat(found.cost()).isBetween(Duration.ofMillis(450), Duration.ofSeconds(20));
        assertThat(found.errors()).allSatisfy(CalibratorTest::isPlausible);
        assertThat(found.withStreams(3)).contains(found.errors().get(1));
        assertThat(found.withStreams(2)).isEmpty();
    }

    private static void isPlausible(ClientTimingError error) {
        assertThat(error.answers()).isGreaterThanOrEqualTo(error.load().streams());
        assertThat(error.firstToken().n()).isEqualTo(error.answers());
        assertThat(error.oneWayDelay().n()).isEqualTo(5 * error.answers());
        assertThat(error.gap().n()).isEqualTo(4 * error.answers());
        assertThat(error.oneWayDelay().min()).isPositive();
        assertThat(error.firstToken().min()).isGreaterThan(error.oneWayDelay().min());
        assertThat(error.oneWayDelay().p50()).isLessThan(100);
        assertThat(error.blockedRatio()).isBetween(0.0, 1.0);
    }

    @Test
    void noStream_needsNoCalibration() {
        assertThat(Calibrator.run(List.of(), Duration.ofSeconds(9))).isSameAs(Calibration.NOT_NEEDED);
    }

    @Test
    void error_isWhatTheClientSaysWithoutWhatTheServerSays() {
        Seen one = seen(0, 10, new long[] {3, 103, 203}, new long[] {14, 116, 215});
        Seen other = seen(1000, 1004, new long[] {2, 102}, new long[] {8, 109});

        ClientTimingError error = Calibrator.error(new Load(1, 10), List.of(one, other), 42 * MILLI);

        assertThat(error.answers()).isEqualTo(2);
        assertThat(error.oneWayDelay()).isEqualTo(new ErrorSpread(5, 1, 2, 3, 3));
        assertThat(error.firstToken()).isEqualTo(new ErrorSpread(2, 6, 6, 11, 11));
        assertThat(error.gap()).isEqualTo(new ErrorSpread(3, 1, 1, 2, 2));
        assertThat(error.spanMillis()).isEqualTo(2);
        assertThat(error.blockedRatio()).isCloseTo(42.0 / (215 + 109), within(1e-9));
    }

    @Test
    void answerThatIsNotWhole_isNoCalibration() {
        assertThatThrownBy(() -> seen(0, 0, new long[] {3, 103}, new long[] {13}))
                .isInstanceOf(CalibrationException.class);
    }

    @Test
    void server_endsByItselfWithItsInput() {
        PacedProcess server = PacedProcess.start();

        server.close();

        assertThat(server.process().isAlive()).isFalse();
        assertThat(server.process().exitValue()).isZero();
    }

    @Test
    void serverThatDoesNotStart_isToldWithItsOwnWords() {
        String java = ProcessHandle.current().info().command().orElseThrow();

        assertThatThrownBy(() -> PacedProcess.start(List.of(java, "-cp", "nowhere", "no.such.Program")))
                .isInstanceOf(CalibrationException.class)
                .hasMessageContaining("no.such.Program");
        assertThatThrownBy(() -> PacedProcess.start(List.of("/no/such/program")))
                .isInstanceOf(CalibrationException.class)
                .hasMessageContaining("/no/such/program");
    }

    @Test
    void clockOfItsOwn_isNotComparable() {
        String java = ProcessHandle.current().info().command().orElseThrow();
        String classes = OddClock.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath();

        try (PacedProcess server = PacedProcess.start(List.of(java, "-cp", classes, OddClock.class.getName()))) {
            assertThatThrownBy(server::requireSameClock).hasMessageContaining("not comparable");
        }
    }

    /** Times in milliseconds: of the server from its receipt, of the client from its sending. */
    private static Seen seen(long sent, long received, long[] writes, long[] arrivals) {
        long origin = sent * MILLI;
        List<Chunk> chunks = new ArrayList<>();
        for (long arrival : arrivals) {
            chunks.add(new Chunk(origin + arrival * MILLI, Channel.CONTENT, 1, -1, 1));
        }
        long[] writeNanos = new long[writes.length];
        for (int i = 0; i < writes.length; i++) {
            writeNanos[i] = (received + writes[i]) * MILLI;
        }
        Timeline timeline = new Timeline(
                origin,
                origin,
                origin,
                origin,
                chunks,
                "length",
                new Usage(1, arrivals.length, -1, -1),
                -1,
                Optional.empty(),
                origin,
                Outcome.OK,
                "");
        return new Seen(timeline, new SendTimes(1, received * MILLI, writeNanos));
    }
}
