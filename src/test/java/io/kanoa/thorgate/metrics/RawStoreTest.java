package io.kanoa.thorgate.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kanoa.thorgate.stream.Channel;
import io.kanoa.thorgate.stream.Chunk;
import io.kanoa.thorgate.stream.EngineTimings;
import io.kanoa.thorgate.stream.Outcome;
import io.kanoa.thorgate.stream.Timeline;
import io.kanoa.thorgate.stream.Usage;
import io.kanoa.thorgate.telemetry.Sample;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RawStoreTest {

    @TempDir
    private Path folder;

    private static final List<Timeline> TIMELINES = List.of(
            new Timeline(
                    1,
                    -1,
                    Long.MIN_VALUE,
                    4,
                    List.of(
                            new Chunk(5, Channel.REASONING, 1, -1, 2),
                            new Chunk(Long.MAX_VALUE, Channel.CONTENT, 70_000, 2, 1)),
                    "länge \u0000",
                    new Usage(1, 2, 3, -1),
                    6,
                    Optional.of(new EngineTimings(1, 2, 3, 4)),
                    7,
                    Outcome.OK,
                    "t".repeat(100_000)),
            new Timeline(
                    0,
                    0,
                    0,
                    0,
                    List.of(),
                    "",
                    new Usage(0, 0, 0, 0),
                    0,
                    Optional.empty(),
                    0,
                    new Outcome(Outcome.Kind.STALLED, "nothing for 5 s"),
                    ""));

    private static final List<Sample> SAMPLES = List.of(
            new Sample(1, "a", Map.of("x_w", 1.5, "y_c", -0.0), 9),
            new Sample(2, "b", Map.of(), 9),
            new Sample(3, "a", Map.of("x_w", Double.MAX_VALUE), 8));

    @Test
    void whatIsLaidAside_isReadAgainAsItWas() throws IOException {
        try (RawStore store = RawStore.in(folder)) {
            List<Timeline> timelines = aside(store, TIMELINES);
            List<Sample> samples = new LaidAside<>(
                    store, store.put(out -> SampleCodec.write(SAMPLES, out)), SampleCodec::read, SAMPLES.size());

            assertThat(timelines).isEqualTo(TIMELINES).hasSize(2);
            assertThat(samples).isEqualTo(SAMPLES);
            assertThat(timelines.stream().skip(1)).containsExactly(TIMELINES.get(1));
            assertThat(timelines.get(0)).isEqualTo(TIMELINES.get(0));
        }
    }

    @Test
    void manyParts_areKeptApart() throws IOException {
        try (RawStore store = RawStore.in(folder)) {
            List<List<Timeline>> parts = new java.util.ArrayList<>();
            for (int i = 0; i < 50; i++) {
                parts.add(aside(store, i % 2 == 0 ? TIMELINES : List.of(TIMELINES.get(1))));
            }
            for (int i = 0; i < 50; i++) {
                assertThat(parts.get(i)).isEqualTo(i % 2 == 0 ? TIMELINES : List.of(TIMELINES.get(1)));
            }
        }
    }

    /** However the process ends, nothing of it is left in the results. */
    @Test
    void file_hasNoName() throws IOException {
        try (RawStore store = RawStore.in(folder)) {
            aside(store, TIMELINES);
            if (System.getProperty("os.name").equals("Linux")) {
                assertThat(folder).isEmptyDirectory();
            }
        }
        assertThat(Files.list(folder)).isEmpty();
    }

    /** The watchdog interrupts a row that hangs; what earlier rows laid aside must not be lost by that. */
    @Test
    void interruptedThread_readsAndWritesAllTheSame() throws IOException {
        try (RawStore store = RawStore.in(folder)) {
            List<Timeline> before = aside(store, TIMELINES);
            Thread.currentThread().interrupt();
            List<Timeline> after = aside(store, TIMELINES);

            assertThat(before).isEqualTo(TIMELINES);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(after).isEqualTo(TIMELINES);
        }
    }

    @Test
    void listThatLiesAside_isNotCopied_andCannotBeChanged() throws IOException {
        try (RawStore store = RawStore.in(folder)) {
            List<Timeline> aside = aside(store, TIMELINES);

            assertThat(LaidAside.orCopy(aside)).isSameAs(aside);
            assertThatThrownBy(() -> aside.add(TIMELINES.get(0))).isInstanceOf(UnsupportedOperationException.class);
        }
    }

    @Test
    void brokenData_areAnErrorAndNotAnotherList() throws IOException {
        try (RawStore store = RawStore.in(folder)) {
            RawStore.Place place = store.put(out -> out.writeInt(3));

            assertThatThrownBy(() -> store.get(place, (DataInputStream in) -> TimelineCodec.read(in)))
                    .hasMessageContaining("can't be read again");
        }
    }

    private static List<Timeline> aside(RawStore store, List<Timeline> timelines) throws IOException {
        return new LaidAside<>(
                store, store.put(out -> TimelineCodec.write(timelines, out)), TimelineCodec::read, timelines.size());
    }
}
