package io.kanoa.thorgate.device.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceLockTest {

    @TempDir
    Path folder;

    /** Takes the lock, says so, and keeps it until it is killed. */
    static final class Holder {

        private Holder() {}

        public static void main(String[] args) throws InterruptedException {
            DeviceLock lock = DeviceLock.take(Path.of(args[0]), Duration.ZERO, "somebody\u001b[2J else", line -> {});
            System.out.println("has it " + lock);
            Thread.sleep(120_000);
        }
    }

    @Test
    void heldByAnotherProcess_isRefused_andTellsWho() throws Exception {
        Process other = holder();
        try {
            assertThatThrownBy(() -> take(Duration.ZERO, new ArrayList<>()))
                    .isInstanceOf(DeviceBusyException.class)
                    .hasMessageContaining("another gate measures on this machine: somebody [2J else")
                    .hasMessageContaining("-Dgate.lock=wait");
        } finally {
            end(other);
        }
    }

    @Test
    void holderThatIsKilled_leavesItToTheOneThatWaits() throws Exception {
        Process other = holder();
        List<String> told = new ArrayList<>();
        AtomicBoolean kills = new AtomicBoolean();
        Thread killer = new Thread(() -> {
            try {
                TimeUnit.MILLISECONDS.sleep(600);
                kills.set(true);
                end(other);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        killer.start();

        try (DeviceLock lock = take(Duration.ofSeconds(30), told)) {
            assertThat(kills).isTrue();
            assertThat(lock).isNotNull();
        }
        killer.join();
        assertThat(told).singleElement().asString().contains("waiting, at most 30 s", "somebody");
    }

    @Test
    void holderThatStays_isWaitedForNoLongerThanAsked() throws Exception {
        Process other = holder();
        try {
            long start = System.nanoTime();
            assertThatThrownBy(() -> take(Duration.ofMillis(500), new ArrayList<>()))
                    .isInstanceOf(DeviceBusyException.class);
            assertThat(System.nanoTime() - start).isBetween(450_000_000L, 10_000_000_000L);
        } finally {
            end(other);
        }
    }

    @Test
    void fileThatSomebodyLeftBehind_isNoLock() throws IOException {
        Files.writeString(file(), "process 1 that is long gone");

        assertThatCode(() -> take(Duration.ZERO, new ArrayList<>()).close()).doesNotThrowAnyException();
        assertThat(Files.readString(file())).isEqualTo("me\n");
    }

    @Test
    void fileIsForAllUsers() throws IOException {
        take(Duration.ZERO, new ArrayList<>()).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-rw-rw-");
    }

    @Test
    void secondInOneProcess_isRefusedToo() {
        try (DeviceLock first = take(Duration.ZERO, new ArrayList<>())) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> take(Duration.ZERO, new ArrayList<>()))
                    .isInstanceOf(DeviceBusyException.class)
                    .hasMessageContaining("me");
        }
    }

    @Test
    void fileThatCannotBe_isToldWithWhatToDo() {
        assertThatThrownBy(() -> DeviceLock.take(folder.resolve("not/there/lock"), Duration.ZERO, "me", line -> {}))
                .isInstanceOf(DeviceBusyException.class)
                .hasMessageContaining("-Dgate.lock-file");
    }

    private Path file() {
        return folder.resolve("lock");
    }

    private DeviceLock take(Duration patience, List<String> told) {
        return DeviceLock.take(file(), patience, "me", told::add);
    }

    private Process holder() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        file().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out = process.inputReader();
        assertThat(out.readLine()).startsWith("has it");
        return process;
    }

    private static void end(Process process) throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }
}
