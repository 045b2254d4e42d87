package io.kanoa.thorgate.engine.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ParentGuardTest {

    private final CountDownLatch gone = new CountDownLatch(1);

    @Test
    void endOfInput_isTheEnd() throws Exception {
        PipedOutputStream parent = new PipedOutputStream();
        InputStream input = new PipedInputStream(parent);
        new ParentGuard(input, ProcessHandle.current().pid(), gone::countDown).start();
        parent.close();
        assertThat(gone.await(3, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void endOfTheParent_isTheEndThoughInputStaysOpen() throws IOException {
        Process parent = new ProcessBuilder("sleep", "1000").start();
        new ParentGuard(new OpenInput(), parent.pid(), gone::countDown).start();
        parent.destroyForcibly();
        await().atMost(Duration.ofSeconds(5)).until(() -> gone.getCount() == 0);
    }

    /** Never gives a byte and never ends. */
    private static final class OpenInput extends InputStream {
        @Override
        public int read() throws IOException {
            try {
                new CountDownLatch(1).await();
                return -1;
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }
}
