package io.kanoa.thorgate.engine.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.kanoa.thorgate.engine.EngineException;
import io.kanoa.thorgate.engine.launch.CustodyLauncher;
import io.kanoa.thorgate.plan.DatabaseSpec;
import io.kanoa.thorgate.plan.Launch;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real PostgreSQL with pgvector, found as the gate finds it; also as root, whom it refuses. */
@Tag("engines")
@Tag("pgvector")
class RealPostgresTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Pattern PORT = Pattern.compile("listening on IPv4 address \"127.0.0.1\", port (\\d+)");
    private static final int DIMENSION = 16;

    @TempDir
    private Path folder;

    private final Set<Long> owners =
            new HashSet<>(Set.of(ProcessHandle.current().pid()));

    private CustodyLauncher launcher;

    @BeforeEach
    void open() {
        launcher = new CustodyLauncher(folder, folder);
    }

    @AfterEach
    void close() {
        launcher.close();
    }

    @Test
    void vectors_areLoadedIndexedAndFound_andNothingStays() throws IOException {
        Set<Path> before = dataFolders();
        long process;
        try (RunningDatabase database = start(List.of())) {
            process = database.processId().orElseThrow();
            assertThat(database.facts().version()).startsWith("PostgreSQL ");
            assertThat(database.facts().extension()).matches("\\d+\\.\\d+.*");
            assertThat(database.facts().place()).startsWith("program /").endsWith("/postgres");
            assertThat(dataFolders()).hasSize(before.size() + 1);
            VectorTable table = database.table(DIMENSION);
            assertThat(table.load(2000, RealPostgresTest::passage)).isPositive();
            BuiltIndex index = table.index(10);

            assertThat(index.nanos()).isPositive();
            assertThat(index.bytes()).isGreaterThan(2000 * DIMENSION * 4);
            try (VectorSearcher exact = table.exactSearcher(10);
                    VectorSearcher byIndex = table.searcher(10)) {
                for (int id : List.of(0, 77, 1999)) {
                    Hit nearest = exact.nearest(passage(id).embedding()).get(0);
                    assertThat(nearest).isEqualTo(new Hit(id, "passage " + id));
                    assertThat(byIndex.nearest(passage(id).embedding())).contains(nearest);
                }
            }
        }
        assertThat(runs(process)).isFalse();
        assertThat(dataFolders()).isEqualTo(before);
    }

    @Test
    void databaseThatDies_isNoLongerAlive_andItsSearchesFail() throws IOException {
        Set<Path> before = dataFolders();
        try (RunningDatabase database = start(List.of())) {
            VectorTable table = database.table(DIMENSION);
            table.load(100, RealPostgresTest::passage);
            table.index(3);
            try (VectorSearcher searcher = table.searcher(3)) {
                searcher.nearest(passage(1).embedding());
                signal("KILL", database.processId().orElseThrow());
                await().atMost(SOON).until(() -> !database.isAlive());

                assertThat(database.state()).isEqualTo("ended with exit code 137 (signal 9)");
                await().atMost(SOON)
                        .untilAsserted(() -> assertThatThrownBy(
                                        () -> searcher.nearest(passage(1).embedding()))
                                .isInstanceOf(SearchException.class));
                assertThatThrownBy(() -> table.load(1, RealPostgresTest::passage))
                        .isInstanceOf(EngineException.class)
                        .hasMessageContaining(
                                "the vector database pg (ended with exit code 137 (signal 9)) failed to load")
                        .hasMessageContaining("Last lines of its log");
            }
        }
        assertThat(dataFolders()).isEqualTo(before);
    }

    @Test
    void wrongArgument_isTold_withItsLog_andNothingStays() throws IOException {
        Set<Path> before = dataFolders();

        assertThatThrownBy(() -> start(List.of("-c", "no_such_setting=1")))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("the vector database pg ended with exit code")
                .hasMessageContaining("no_such_setting");
        assertThat(dataFolders()).isEqualTo(before);
    }

    @Test
    void databaseThatIsAttachedTo_isLeftAsItWas_withoutWhatADeadRunLeftThere() throws Exception {
        Path rules = Files.writeString(folder.resolve("hba.conf"), "host all all 127.0.0.1/32 trust\n");
        Path open = Files.createTempDirectory("thor-gate-test-");
        Files.copy(rules, open.resolve("hba.conf"));
        open.toFile().setExecutable(true, false);
        open.toFile().setReadable(true, false);
        try (RunningDatabase database = start(List.of("-c", "hba_file=" + open.resolve("hba.conf")))) {
            Access access = new Access("127.0.0.1", port(database), "postgres", "thor_gate", Optional.empty());
            sql(access, "CREATE SCHEMA thor_gate_0123456789abcdef0123456789abcdef");
            sql(access, "COMMENT ON SCHEMA thor_gate_0123456789abcdef0123456789abcdef IS '" + deadOwner() + "'");
            sql(access, "CREATE SCHEMA thor_gate_of_somebody");
            DatabaseSpec spec = spec(
                    List.of(), new Launch.Attach(URI.create("postgresql://127.0.0.1:" + port(database) + "/postgres")));
            try (RunningDatabase attached = databases(
                            name -> Optional.ofNullable(Map.of("PGUSER", "thor_gate", "PGPASSWORD", "hunter2")
                                    .get(name)))
                    .start(spec, PATIENCE)) {
                VectorTable table = attached.table(DIMENSION);
                table.load(10, RealPostgresTest::passage);

                assertThat(attached.facts().place())
                        .isEqualTo("attached to jdbc:postgresql://127.0.0.1:" + port(database) + "/postgres");
                assertThat(schemas(access)).hasSize(2).contains("thor_gate_of_somebody");
            }
            assertThat(schemas(access)).containsExactly("thor_gate_of_somebody");
            assertThat(database.isAlive()).isTrue();
        } finally {
            Files.deleteIfExists(open.resolve("hba.conf"));
            Files.deleteIfExists(open);
        }
    }

    @Test
    void passwordOfADatabaseThatRefuses_isNotTold() {
        try (RunningDatabase database = start(List.of())) {
            DatabaseSpec spec = spec(
                    List.of(), new Launch.Attach(URI.create("postgresql://127.0.0.1:" + port(database) + "/postgres")));
            Databases databases = databases(name -> Optional.of("hunter2"));

            assertThatThrownBy(() -> databases.start(spec, PATIENCE))
                    .isInstanceOf(EngineException.class)
                    .hasMessageContainingAll("lets us not in", "PGUSER and PGPASSWORD")
                    .satisfies(e -> assertThat(e.getMessage().replace("user \"hunter2\"", ""))
                            .doesNotContain("hunter2"));
        }
    }

    @Test
    void killedOwner_leavesNeitherDatabaseNorData() throws Exception {
        Set<Path> before = dataFolders();
        Process owner = owner();
        BufferedReader printed = owner.inputReader();
        long custodian = Long.parseLong(printed.readLine());
        long database = Long.parseLong(printed.readLine());
        assertThat(dataFolders()).hasSize(before.size() + 1);

        signal("KILL", owner.pid());

        await().atMost(SOON).until(() -> !runs(custodian) && !runs(database));
        assertThat(dataFolders()).isEqualTo(before);
    }

    @Test
    void databaseAndDataOfAKilledOwnerAndCustodian_areRemovedByTheNextStart() throws Exception {
        Set<Path> before = dataFolders();
        Process owner = owner();
        BufferedReader printed = owner.inputReader();
        long custodian = Long.parseLong(printed.readLine());
        long database = Long.parseLong(printed.readLine());
        signal("KILL", custodian);
        signal("KILL", owner.pid());
        owner.waitFor();
        assertThat(runs(database)).isTrue();

        try (RunningDatabase next = start(List.of())) {
            assertThat(runs(database)).isFalse();
            assertThat(dataFolders()).hasSize(before.size() + 1);
            assertThat(next.isAlive()).isTrue();
        }
        assertThat(dataFolders()).isEqualTo(before);
    }

    private Process owner() throws IOException {
        Process owner = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DatabaseOwner.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        owners.add(owner.pid());
        return owner;
    }

    /** A process of ours that has ended: it can own nothing any more. */
    private static String deadOwner() throws Exception {
        String us = io.kanoa.thorgate.engine.launch.custodian.Owner.current().toString();
        Process process = new ProcessBuilder("true").start();
        process.waitFor();
        return us.replaceFirst("^\\d+:\\d+", process.pid() + ":1");
    }

    private static Passage passage(int id) {
        Random random = new Random(id);
        float[] vector = new float[DIMENSION];
        for (int i = 0; i < DIMENSION; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        return new Passage(vector, "passage " + id);
    }

    private RunningDatabase start(List<String> arguments) {
        return databases(name -> Optional.empty())
                .start(spec(arguments, new Launch.Program(Optional.empty())), PATIENCE);
    }

    private Databases databases(Function<String, Optional<String>> environment) {
        return new Databases(launcher, environment);
    }

    private static DatabaseSpec spec(List<String> arguments, Launch launch) {
        return new DatabaseSpec("pg", DatabaseSpec.POSTGRESQL, arguments, launch);
    }

    private static int port(RunningDatabase database) {
        Matcher port = PORT.matcher(String.join("\n", database.logTail(100)));
        assertThat(port.find()).isTrue();
        return Integer.parseInt(port.group(1));
    }

    private static void sql(Access access, String statement) throws Exception {
        try (var connection = access.open();
                var execution = connection.createStatement()) {
            execution.execute(statement);
        }
    }

    private static List<String> schemas(Access access) throws Exception {
        try (var connection = access.open();
                var query = connection.createStatement();
                var found = query.executeQuery(
                        "SELECT nspname FROM pg_namespace WHERE nspname LIKE 'thor_gate%' ORDER BY nspname")) {
            List<String> names = new java.util.ArrayList<>();
            while (found.next()) {
                names.add(found.getString(1));
            }
            return names;
        }
    }

    /** Those of this process and the owners that it started; others may run such tests at the same time. */
    private Set<Path> dataFolders() throws IOException {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(path -> path.getFileName().toString().startsWith("thor-gate-database-"))
                    .filter(this::isOurs)
                    .collect(Collectors.toSet());
        }
    }

    private boolean isOurs(Path folder) {
        try {
            return owners.contains(
                    Long.parseLong(Files.readString(folder.resolve("owner")).split(":")[0]));
        } catch (IOException goneMeanwhile) {
            return false;
        }
    }

    private static boolean runs(long pid) {
        try {
            return !Files.readString(Path.of("/proc/" + pid + "/stat")).contains(") Z ");
        } catch (IOException e) {
            return false;
        }
    }

    private static void signal(String name, long pid) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
