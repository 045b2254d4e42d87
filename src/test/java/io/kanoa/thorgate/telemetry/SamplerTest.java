package io.kanoa.thorgate.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SamplerTest {

    private static final Duration PERIOD = Duration.ofMillis(5);

    @Test
    void samples_areStampedOnTheNanoClock_atTheAskedRate() {
        long before = System.nanoTime();
        try (Sampler sampler = Sampler.start(List.of(steady("a")), PERIOD)) {
            await().until(() -> all(sampler).size() >= 20);

            List<Sample> samples = all(sampler);
            long span = samples.get(19).nanos() - samples.get(0).nanos();
            assertThat(samples.get(0).nanos()).isBetween(before, System.nanoTime());
            assertThat(span).isGreaterThanOrEqualTo(Duration.ofMillis(18 * 5).toNanos());
        }
    }

    @Test
    void sensorThatThrows_isNoted_neverBecomesZero_andTheOthersGoOn() {
        Fake broken = new Fake("broken", () -> {
            throw new IllegalStateException("no bus");
        });
        try (Sampler sampler = Sampler.start(List.of(broken, steady("well")), PERIOD)) {
            await().until(() -> all(sampler).size() >= 3 && broken.reads.get() >= 3);

            assertThat(all(sampler)).extracting(Sample::sensor).containsOnly("well");
            assertThat(sampler.failures()).containsOnlyKeys("broken");
            assertThat(sampler.failures().get("broken")).matches("failed \\d+ times, last: .*no bus");
        }
    }

    @Test
    void sensorThatThrowsAnError_doesNotEndTheSampling() {
        Fake broken = new Fake("broken", () -> {
            throw new NoClassDefFoundError("gone");
        });
        try (Sampler sampler = Sampler.start(List.of(broken, steady("well")), PERIOD)) {
            await().until(() -> all(sampler).size() >= 3);

            assertThat(sampler.failures().get("broken")).contains("gone");
        }
    }

    @Test
    void sensorThatRecovers_isReadAgain() {
        AtomicInteger calls = new AtomicInteger();
        Fake flaky = new Fake("flaky", () -> {
            if (calls.incrementAndGet() == 1) {
                throw new IllegalStateException("not yet");
            }
            return Map.of("x", 1.0);
        });
        try (Sampler sampler = Sampler.start(List.of(flaky), PERIOD)) {
            await().until(() -> !all(sampler).isEmpty());

            assertThat(sampler.failures().get("flaky"))
                    .startsWith("failed once: ")
                    .endsWith("not yet");
        }
    }

    @Test
    void sensorWithoutValues_leavesNoSample() {
        Fake silent = new Fake("silent", Map::of);
        try (Sampler sampler = Sampler.start(List.of(silent), PERIOD)) {
            await().until(() -> silent.reads.get() >= 3);

            assertThat(all(sampler)).isEmpty();
            assertThat(sampler.failures()).isEmpty();
        }
    }

    @Test
    void slowReading_dropsTicks() {
        CountDownLatch hold = new CountDownLatch(1);
        Fake slow = new Fake("slow", () -> {
            waitFor(hold);
            return Map.of("x", 1.0);
        });
        long start = System.nanoTime();
        try (Sampler sampler = Sampler.start(List.of(slow), Duration.ofMillis(1))) {
            await().until(() ->
                    System.nanoTime() - start > Duration.ofMillis(50).toNanos());
            hold.countDown();
            await().until(() -> sampler.droppedTicks() > 0);

            assertThat(sampler.droppedTicks()).isGreaterThanOrEqualTo(30);
        }
    }

    @Test
    void close_endsTheThread_closesEachSensorOnce_andKeepsTheSamples() {
        Fake sensor = steady("a");
        Fake unwilling = new Fake("unwilling", Map::of) {
            @Override
            public void close() {
                throw new IllegalStateException("stuck");
            }
        };
        Sampler sampler = Sampler.start(List.of(unwilling, sensor), PERIOD);
        await().until(() -> !all(sampler).isEmpty());

        sampler.close();
        sampler.close();

        int reads = sensor.reads.get();
        assertThat(sensor.closed).hasValue(1);
        assertThat(all(sampler)).hasSize(reads);
        assertThat(sampler.failures().get("unwilling")).contains("stuck");
        assertThat(Thread.getAllStackTraces().keySet()).noneMatch(t -> t == sensor.reader && t.isAlive());
        assertThat(sensor.reader).isNotNull().matches(Thread::isDaemon);
    }

    @Test
    void close_endsAReadingThatHangs() {
        Fake hanging = new Fake("hanging", () -> {
            waitFor(new CountDownLatch(1));
            return Map.of("x", 1.0);
        });
        Sampler sampler = Sampler.start(List.of(hanging), PERIOD);
        await().until(() -> hanging.reads.get() == 1);

        sampler.close();

        assertThat(hanging.closed).hasValue(1);
        assertThat(hanging.reader).isNotNull().matches(t -> !t.isAlive());
    }

    @Test
    void periodBelowAMillisecond_isRefused() {
        assertThatThrownBy(() -> Sampler.start(List.of(), Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("too short")
                .hasMessageContaining("100 ms");
    }

    private static List<Sample> all(Sampler sampler) {
        long now = System.nanoTime();
        return sampler.between(now - Duration.ofMinutes(1).toNanos(), now);
    }

    private static Fake steady(String name) {
        return new Fake(name, () -> Map.of("x", 1.0));
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static class Fake implements Sensor {

        final AtomicInteger reads = new AtomicInteger();
        final AtomicInteger closed = new AtomicInteger();
        volatile Thread reader = Thread.currentThread();
        private final String name;
        private final Supplier<Map<String, Double>> source;

        Fake(String name, Supplier<Map<String, Double>> source) {
            this.name = name;
            this.source = source;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Map<String, Double> read() {
            reader = Thread.currentThread();
            reads.incrementAndGet();
            return source.get();
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }
}
