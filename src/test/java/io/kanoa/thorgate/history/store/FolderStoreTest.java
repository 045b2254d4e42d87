package io.kanoa.thorgate.history.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kanoa.thorgate.history.kept.Acknowledgement;
import io.kanoa.thorgate.history.kept.Entry;
import io.kanoa.thorgate.history.kept.KeptRun;
import io.kanoa.thorgate.history.kept.KeptRuns;
import io.kanoa.thorgate.history.kept.Tag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderStoreTest {

    @TempDir
    Path folder;

    private Path place;
    private FolderStore store;

    @BeforeEach
    void open() {
        place = folder.resolve("not/there/yet");
        store = new FolderStore(place);
    }

    @Test
    void entries_comeBackAsTheyWere_inTheirOrder() {
        List<Entry> entries = List.of(
                run(1),
                new Tag("v1", "run-1", "2026-01-01T00:00:00Z"),
                run(2),
                new Acknowledgement(
                        "A1", "itl", "run-1", "run-2", "me", "a \"new\"\nline \u00e4", "2026-01-01T00:00:00Z"));

        entries.forEach(store::append);

        assertThat(store.read().entries()).isEqualTo(entries);
        assertThat(store.read().notes()).isEmpty();
        assertThat(store.read()
                        .runs()
                        .get(0)
                        .row("A1@4k")
                        .orElseThrow()
                        .values()
                        .get(0)
                        .upper())
                .isNaN();
    }

    @Test
    void emptyStore_holdsNothing() {
        assertThat(store.read().entries()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 20, 150})
    void tornLastEntry_isSetAsideAndTold_andBlocksNothing(int lost) throws IOException {
        append(run(1), run(2), run(3));
        byte[] whole = Files.readAllBytes(file());
        Files.write(file(), java.util.Arrays.copyOf(whole, whole.length - lost));
        byte[] torn = tail(Files.readAllBytes(file()));

        Contents found = store.read();
        store.append(run(4));

        assertThat(found.runs()).containsExactly(run(1), run(2));
        assertThat(found.notes()).singleElement().asString().contains("written in part", "set-aside.txt");
        assertThat(Files.readAllBytes(place.resolve(FolderStore.ASIDE))).startsWith(torn);
        assertThat(store.read().runs()).containsExactly(run(1), run(2), run(4));
        assertThat(store.read().notes()).isEmpty();
    }

    @Test
    void tornLastEntry_isSetAsideByTheNextAppendToo() throws IOException {
        append(run(1));
        Files.writeString(file(), "TG 0000", StandardOpenOption.APPEND);

        store.append(run(2));

        assertThat(store.read().runs()).containsExactly(run(1), run(2));
        assertThat(place.resolve(FolderStore.ASIDE)).hasContent("TG 0000\n");
    }

    @Test
    void entryThatTheDiskChanged_isSetAside_andTheOthersStay() throws IOException {
        append(run(1), run(2), run(3));
        byte[] bytes = Files.readAllBytes(file());
        bytes[bytes.length / 2] ^= 1;
        Files.write(file(), bytes);

        Contents found = store.read();

        assertThat(found.runs()).containsExactly(run(1), run(3));
        assertThat(found.notes()).singleElement().asString().contains("checksum is wrong");
        assertThat(Files.readString(place.resolve(FolderStore.ASIDE))).contains("run-2");
    }

    @Test
    void entryWithAHole_isSetAside() throws IOException {
        append(run(1));
        Files.write(
                file(),
                Line.of("{\"version\":1,\"kind\":\"tag\",\"entry\":{\"name\":\"v1\"}}"),
                StandardOpenOption.APPEND);
        Files.write(
                file(),
                Line.of("{\"version\":1,\"kind\":\"run\",\"entry\":{\"id\":\"x\"}}"),
                StandardOpenOption.APPEND);

        assertThat(store.read().entries()).containsExactly(run(1));
        assertThat(Files.readString(place.resolve(FolderStore.ASIDE))).contains("\"v1\"", "\"x\"");
    }

    @Test
    void entryOfANewerVersion_isTold_andLeftAsItIs_alsoWhenPruned() throws IOException {
        byte[] newer = Line.of("{\"version\":7,\"kind\":\"dream\",\"entry\":{}}");
        append(run(1));
        Files.write(file(), newer, StandardOpenOption.APPEND);
        append(run(2));

        assertThat(store.read().runs()).containsExactly(run(1), run(2));
        assertThat(store.read().notes()).singleElement().asString().contains("newer version (7)", "left as they are");
        assertThat(store.prune(contents -> Set.of(run(1)))).isEqualTo(1);
        assertThat(store.read().runs()).containsExactly(run(2));
        assertThat(Files.readString(file())).contains("dream");
        assertThat(place.resolve(FolderStore.ASIDE)).doesNotExist();
    }

    @Test
    void entryOfAnOlderVersion_isBroughtUpToDateWhenItIsRead() {
        append(run(1), new Tag("v1", "run-1", "2026-01-01T00:00:00Z"));
        EntryJson later = new EntryJson(List.of(line -> {
            ObjectNode entry = (ObjectNode) line.get("entry");
            return entry.has("plan")
                    ? line.set(
                            "entry",
                            entry.put("plan", "was " + entry.get("plan").asText()))
                    : line;
        }));
        FolderStore newer = new FolderStore(place, later);

        newer.append(run(2));

        assertThat(newer.read().runs()).extracting(KeptRun::plan).containsExactly("was a plan", "a plan");
        assertThat(newer.read().tags()).hasSize(1);
        assertThat(store.read().runs()).containsExactly(run(1));
        assertThat(store.read().notes()).singleElement().asString().contains("newer version (2)");
    }

    @Test
    void manyWriters_loseNothing() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(4);
        List<Future<?>> done = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            int number = i;
            done.add(writers.submit(() -> new FolderStore(place).append(run(number))));
        }
        for (Future<?> each : done) {
            each.get();
        }
        writers.shutdown();

        assertThat(store.read().runs()).hasSize(40).doesNotHaveDuplicates();
        assertThat(store.read().notes()).isEmpty();
    }

    @Test
    void folderThatCannotBeUsed_isToldWithWhatToDo() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");

        assertThatThrownBy(() -> new FolderStore(file).read())
                .isInstanceOf(HistoryException.class)
                .hasMessageContaining("file")
                .hasMessageContaining("-Dgate.history=FOLDER");
    }

    @Test
    void option_namesTheStore() {
        Map<String, String> home = Map.of("XDG_DATA_HOME", "/data");

        assertThat(HistoryPlace.open(Optional.of("off"), home)).isEmpty();
        assertThat(HistoryPlace.open(Optional.empty(), home).orElseThrow().place())
                .isEqualTo("/data/thor-gate/history");
        assertThat(HistoryPlace.open(Optional.empty(), Map.of()).orElseThrow().place())
                .endsWith(".local/share/thor-gate/history");
        assertThat(HistoryPlace.open(Optional.of("/mine"), home).orElseThrow().place())
                .isEqualTo("/mine");
        assertThat(HistoryPlace.open(Optional.of("jdbc:postgresql://db:5433/runs?sslmode=require"), home)
                        .orElseThrow()
                        .place())
                .isEqualTo("postgresql://db:5433/runs");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://me:hunter2@db/runs",
                "jdbc:postgresql://db/runs?user=me&password=hunter2",
                "jdbc:postgresql://db/runs?ssl=true&PASSWORD=hunter2",
                "jdbc:mysql://db/hunter2",
                "jdbc:nonsense hunter2"
            })
    void urlThatIsWrong_isRefused_withoutBeingRepeated(String url) {
        assertThatThrownBy(() -> HistoryPlace.open(Optional.of(url), Map.of()))
                .isInstanceOf(HistoryException.class)
                .hasMessageContaining("-Dgate.history")
                .hasMessageNotContaining("hunter2");
    }

    private static KeptRun run(int number) {
        return KeptRuns.run(number, "inter_token_latency", 20 + number);
    }

    private void append(Entry... entries) {
        List.of(entries).forEach(store::append);
    }

    private Path file() {
        return place.resolve(FolderStore.FILE);
    }

    private static byte[] tail(byte[] bytes) {
        int from = bytes.length;
        while (from > 0 && bytes[from - 1] != '\n') {
            from--;
        }
        return java.util.Arrays.copyOfRange(bytes, from, bytes.length);
    }
}
