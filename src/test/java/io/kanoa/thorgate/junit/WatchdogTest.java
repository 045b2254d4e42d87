package io.kanoa.thorgate.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchdogTest {

    private static final Duration SHORT = Duration.ofMillis(100);
    private static final Duration GRACE = Duration.ofSeconds(60);
    private static final Duration LONG = Duration.ofMinutes(5);

    @TempDir
    Path folder;

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final AtomicLong hours = new AtomicLong();
    private final Watchdog dog = Watchdog.start(
            GRACE,
            told::add,
            () -> ended.set(true),
            () -> System.nanoTime() + Duration.ofHours(hours.get()).toNanos());

    @AfterEach
    void close() {
        dog.close();
        Thread.interrupted();
    }

    @Test
    void whatHangs_isInterrupted_andNamedWithItsPlace() {
        dog.watch("an engine to be ready", SHORT);

        LockSupport.parkNanos(LONG.toNanos());

        assertThat(Thread.currentThread().isInterrupted()).isTrue();
        String complaint = dog.complaint().orElseThrow();
        dog.rest();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(complaint)
                .startsWith("nothing has happened for ")
                .contains("s while it waited for an engine to be ready; at ")
                .contains("WatchdogTest.whatHangs_isInterrupted_andNamedWithItsPlace:");
        await().untilAsserted(() -> assertThat(told).containsExactly("watchdog: " + complaint));
        assertThat(ended).isFalse();
    }

    @Test
    void signsOfLife_keepItCalm() {
        dog.watch("answers", Duration.ofSeconds(2));

        for (int i = 0; i < 30; i++) {
            LockSupport.parkNanos(SHORT.toNanos());
            dog.sign("answer " + i);
        }

        assertThat(dog.complaint()).isEmpty();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void whatHeedsNoInterrupt_isEnded_evenIfNobodyCanBeTold() {
        AtomicBoolean isEnded = new AtomicBoolean();
        CountDownLatch never = new CountDownLatch(1);
        Watchdog deaf = Watchdog.start(
                SHORT,
                words -> {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                () -> isEnded.set(true));
        deaf.watch("a door", SHORT);

        await().atMost(Duration.ofSeconds(30)).untilTrue(isEnded);
        deaf.rest();
        deaf.close();
    }

    @Test
    void timeInWhichTheJvmWasStopped_doesNotCount() {
        dog.watch("an answer", Duration.ofSeconds(30));

        hours.incrementAndGet();
        LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());

        assertThat(dog.complaint()).isEmpty();
    }

    @Test
    void rowThatHangs_isAnErrorThatSaysWhat_andTheNextRowRuns() {
        GateTestKit kit = GateTestKit.run(
                Map.of("gate.patience", "1 s"),
                folder,
                "stuck",
                "A1@4k,A2",
                ScenarioExtensionTest.SingleUserFixture.class);

        assertThat(kit.verdicts()).containsExactlyInAnyOrder("A1@4k=ERROR", "A2@4k=PASS");
        assertThat(kit.thrownBy("A1@4k"))
                .isInstanceOf(StuckException.class)
                .hasMessageContaining("while it waited for row A1@4k: its engines to be ready; at ")
                .hasMessageContaining("ScriptedDriver.hang");
        assertThat(kit.json().at("/rows").findValuesAsText("reason"))
                .anyMatch(reason -> reason.contains("row A1@4k: its engines to be ready"));
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void gateThatHangsForGood_endsItself_andKeepsWhatItMeasured() throws Exception {
        Path plan = Path.of(
                Objects.requireNonNull(getClass().getResource("scripted.yaml")).toURI());
        try (GateProcess gate = GateProcess.start(
                folder, plan, "stuck", "A2,A4", ScenarioExtensionTest.SingleUserFixture.class, "-Dgate.patience=1 s")) {

            assertThat(gate.exitCode()).as(gate.console()).isEqualTo(70);

            assertThat(gate.console())
                    .contains("watchdog: nothing has happened for ")
                    .contains("the gate ends itself: nothing has happened for ");
            assertThat(Files.readString(folder.resolve("gate/benchmark_results.json")))
                    .contains("\"complete\": false")
                    .contains("\"verdict\": \"NO-GO\"");
            assertThat(gate.verdicts("A2@4k")).containsExactly("time_to_first_token=PASS");
        }
    }
}
