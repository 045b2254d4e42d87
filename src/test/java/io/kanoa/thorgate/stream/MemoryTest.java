package io.kanoa.thorgate.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What reading an answer allocates, and what a hostile one can make it keep. */
class MemoryTest {

    private static final int EVENTS = 20_000;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void tokenEvent_allocatesLittle_withItsChunkInTheTimeline() throws Exception {
        byte[] event = Events.content(" token").getBytes(StandardCharsets.UTF_8);
        allocatedBy(event);

        assertThat(allocatedBy(event) / EVENTS).isLessThan(100);
    }

    @Test
    void fieldNamesWithoutEnd_areNotKept() throws Exception {
        try (AnswerReader reader = reader(Dialect.OLLAMA_CHAT)) {
            long before = usedAfterCollection();
            for (int i = 0; i < 60_000; i++) {
                byte[] line = ("{\"" + i + "x".repeat(190) + "\":1}\n").getBytes(StandardCharsets.UTF_8);
                assertThat(reader.read(line, line.length, i, i)).isTrue();
            }

            assertThat(usedAfterCollection() - before).isLessThan(12L << 20);
            assertThat(reader.answer().chunkCount()).isZero();
        }
    }

    private long allocatedBy(byte[] event) throws IOException {
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        try (AnswerReader reader = reader(Dialect.OPENAI_CHAT)) {
            for (int i = 0; i < EVENTS; i++) {
                reader.read(event, event.length, i, i);
            }
            assertThat(reader.answer().chunks()).hasSize(EVENTS);
        }
        return threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    }

    private static AnswerReader reader(Dialect dialect) throws IOException {
        Endpoint endpoint = new Endpoint(URI.create("http://127.0.0.1:1"), dialect, "m");
        return new AnswerReader(new GenerationRequest(endpoint, "", -1, EVENTS, 0, Duration.ofSeconds(1), false));
    }

    private static long usedAfterCollection() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
