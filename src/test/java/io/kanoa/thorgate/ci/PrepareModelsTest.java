package io.kanoa.thorgate.ci;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.ci.Script.Outcome;
import io.kanoa.thorgate.weights.ModelFiles;
import io.kanoa.thorgate.weights.prepared.Manifest;
import io.kanoa.thorgate.weights.tiny.FormatSample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Preparing models: a tiny model with random weights, from a server that answers as a hub does, or from a folder. */
class PrepareModelsTest {

    private static final String WEIGHTS = "model.safetensors";
    private static final String SECRET = "hf_secretsecret";

    @TempDir
    Path folder;

    private FakeHub hub;
    private FakeTools tools;
    private Path tiny;

    @BeforeEach
    void aHubWithATinyModel() throws IOException {
        tools = new FakeTools(folder);
        tiny = FormatSample.BF16.write(folder.resolve("made"));
        hub = new FakeHub()
                .holding(tiny)
                .holding("pytorch_model.bin", "the same for another tool")
                .holding(".gitattributes", "x");
        plan("BF16", "");
    }

    @AfterEach
    void stop() throws IOException {
        hub.close();
    }

    @Test
    void repository_isFetchedIntoTheCacheOfTheHubsClients_checked_andSealed() throws Exception {
        Outcome outcome = run();

        assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
        assertThat(outcome.line("changed"))
                .contains("tensors in BF16", snapshot().toString());
        assertThat(snapshot().resolve(WEIGHTS)).isSymbolicLink().hasSameBinaryContentAs(tiny.resolve(WEIGHTS));
        assertThat(cache().resolve("refs/main")).hasContent(FakeHub.COMMIT);
        assertThat(snapshot().resolve("pytorch_model.bin")).doesNotExist();
        Manifest manifest = Manifest.of(snapshot()).orElseThrow();
        assertThat(manifest.repository()).isEqualTo("owner/tiny");
        assertThat(manifest.revision()).isEqualTo(FakeHub.COMMIT);
        assertThat(manifest.precision()).isEqualTo("BF16");
        assertThat(manifest.files())
                .filteredOn(file -> file.path().equals(WEIGHTS))
                .singleElement()
                .satisfies(file -> {
                    assertThat(file.sha256())
                            .isEqualTo(FakeHub.hash("SHA-256", Files.readAllBytes(tiny.resolve(WEIGHTS))));
                    assertThat(file.size()).isEqualTo(Files.size(tiny.resolve(WEIGHTS)));
                });
    }

    @Test
    void secondRun_fetchesNothingAgain() throws Exception {
        run();
        int asked = hub.requests().size();

        Outcome again = run();

        assertThat(again.line("ok       tiny")).contains(snapshot().toString());
        assertThat(hub.requests().subList(asked, hub.requests().size())).allMatch(path -> path.startsWith("/api/"));
    }

    @Test
    void cutConnection_goesOnWhereItStopped() throws Exception {
        int size = (int) Files.size(tiny.resolve(WEIGHTS));
        int step = size / 3 + 1;
        hub.cutting(WEIGHTS, step);

        Outcome outcome = run();

        assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
        String path = "/owner/tiny/resolve/" + FakeHub.COMMIT + "/" + WEIGHTS;
        assertThat(hub.requests())
                .filteredOn(request -> request.startsWith(path))
                .containsExactly(path, path + " bytes=" + step + "-", path + " bytes=" + 2 * step + "-");
        assertThat(snapshot().resolve(WEIGHTS)).hasSameBinaryContentAs(tiny.resolve(WEIGHTS));
    }

    @Test
    void runThatWasCutShort_isTakenUpByTheNext() throws Exception {
        hub.cutting(WEIGHTS, 0);
        assertThat(run().exitCode()).isEqualTo(1);
        Path part = cache().resolve("blobs")
                .resolve(FakeHub.hash("SHA-256", Files.readAllBytes(tiny.resolve(WEIGHTS))) + ".incomplete");
        byte[] content = Files.readAllBytes(tiny.resolve(WEIGHTS));
        Files.write(part, java.util.Arrays.copyOf(content, 1000));
        hub.cutting(WEIGHTS, content.length);

        assertThat(run().exitCode()).isZero();
        assertThat(hub.requests()).anyMatch(request -> request.endsWith(WEIGHTS + " bytes=1000-"));
        assertThat(part).doesNotExist();
    }

    @Test
    void wrongHash_isRefused_andNothingOfItStays() throws Exception {
        hub.listing(WEIGHTS, "ab".repeat(32));

        Outcome outcome = run();

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.errors()).contains("owner/tiny " + WEIGHTS, "not those that the hub lists", "removed");
        assertThat(snapshot().resolve(Manifest.FILE_NAME)).doesNotExist();
        try (Stream<Path> blobs = Files.list(cache().resolve("blobs"))) {
            assertThat(blobs).noneMatch(file -> file.getFileName().toString().startsWith("abab"));
        }
    }

    @Test
    void wrongHashOfASmallFile_isRefused() throws Exception {
        hub.listing("config.json", "ab".repeat(20));

        assertThat(run().errors()).contains("owner/tiny config.json", "git abab");
    }

    @Test
    void fullDisk_isToldBeforeAnythingIsFetched() throws Exception {
        tools.with("df", "echo Avail; echo 1999999999");

        Outcome outcome = run();

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.line("failed   tiny")).contains("and 2.0 GB to spare, but only 2.0 GB are free");
        assertThat(hub.requests()).allMatch(request -> request.startsWith("/api/"));
    }

    @Test
    void dryRun_saysHowMuchItWouldFetch_andFetchesNothing() throws Exception {
        Outcome outcome = run("--dry-run");

        assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
        assertThat(outcome.line("would    tiny")).contains("fetch 0.0 GB of owner/tiny at " + FakeHub.COMMIT);
        assertThat(hub.requests()).allMatch(request -> request.startsWith("/api/"));
        assertThat(folder.resolve(".cache/huggingface")).doesNotExist();
    }

    @Test
    void otherPrecisionThanThePlanDeclares_isNotSealed() throws Exception {
        plan("FP8", "");

        Outcome outcome = run();

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.errors()).contains("tiny: the plan declares precision FP8, but", "says BF16");
        assertThat(snapshot().resolve(Manifest.FILE_NAME)).doesNotExist();
    }

    @Test
    void otherRevisionThanThePlanDeclares_isNotSealed() throws Exception {
        plan("BF16", "facts: {source: test, revision: fedcba9}");

        assertThat(run().errors()).contains("the plan declares revision fedcba9, but", "says " + FakeHub.COMMIT);
    }

    @Test
    void localFolder_standsInForTheHub() throws Exception {
        Path mirror = folder.resolve(".mirror/owner/tiny");
        Files.createDirectories(mirror.getParent());
        Files.move(tiny, mirror);

        Outcome outcome = run("--from", folder.resolve(".mirror").toString());

        assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
        assertThat(hub.requests()).isEmpty();
        assertThat(cache().resolve("refs/main")).hasContent("local");
        Path local = cache().resolve("snapshots/local");
        assertThat(Manifest.of(local).orElseThrow().revision()).isEqualTo("local");
        assertThat(ModelFiles.read(local).tensors())
                .isEqualTo(ModelFiles.read(mirror).tensors());
    }

    /** Bash runs a command that stands in a number that it computes with. */
    @Test
    void localFolderWithANameThatIsACommand_isRefused_andNothingIsRun() throws Exception {
        Path mirror = folder.resolve("mirror/owner/tiny");
        Files.createDirectories(mirror.getParent());
        Files.move(tiny, mirror);
        Path owned = folder.resolve("owned");
        Files.writeString(mirror.resolve("x\ta[$(cd ..; touch owned)]"), "x");
        Files.writeString(mirror.resolve("y\ta[$(touch $TMPDIR$HOME; touch owned)]"), "y");

        Outcome outcome = run("--from", folder.resolve("mirror").toString());

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.toString()).contains("has files whose names have control characters");
        assertThat(owned).doesNotExist();
        assertThat(Path.of("owned")).doesNotExist();
        assertThat(Path.of("ci/owned")).doesNotExist();
    }

    @Test
    void localFolderThatNamesAnOddRevision_isTakenAsLocal() throws Exception {
        Path mirror = folder.resolve("mirror/owner/tiny");
        Files.createDirectories(mirror.getParent());
        Files.move(tiny, mirror);
        Path record = mirror.resolve(".cache/huggingface/download/config.json.metadata");
        Files.createDirectories(record.getParent());
        Files.writeString(record, "../../elsewhere");

        assertThat(run("--from", folder.resolve("mirror").toString()).exitCode())
                .isZero();
        assertThat(cache().resolve("snapshots/local")).isDirectory();
    }

    @Test
    void token_isSent_andShownNowhere() throws Exception {
        hub.requiring(SECRET);
        assertThat(run().line("failed   tiny")).contains("can't be listed; see that it exists, that HF_TOKEN is set");

        tools.with("curl", "/usr/bin/env >>'" + folder + "/seen'; exec /usr/bin/curl \"$@\"");
        Outcome outcome = new Script("prepare-models.sh", folder)
                .with("PATH", tools.beforeOthers())
                .with("HF_ENDPOINT", hub.address())
                .with("HF_TOKEN", SECRET)
                .run("--plan", folder.resolve("plan.yaml").toString(), "--profile", "p");

        assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
        assertThat(outcome.toString()).doesNotContain(SECRET);
        assertThat(tools.calls()).isNotEmpty().noneMatch(call -> call.contains(SECRET));
        assertThat(folder.resolve("seen")).content().isNotEmpty().doesNotContain(SECRET);
    }

    @Test
    void check_readsEveryFile_andFindsAChangedByte() throws Exception {
        run();
        assertThat(run("--check").line("ok       tiny")).contains(snapshot().toString());

        Path weights = snapshot().resolve(WEIGHTS).toRealPath();
        var time = Files.getLastModifiedTime(weights);
        byte[] content = Files.readAllBytes(weights);
        content[content.length - 1] ^= 1;
        Files.write(weights, content);
        Files.setLastModifiedTime(weights, time);

        Outcome outcome = run("--check");
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.errors()).contains(WEIGHTS + " has other content than the manifest says");
    }

    @Test
    void modelTooLargeForTheDevice_isLeft_unlessAskedFor() throws Exception {
        plan(
                "BF16",
                "facts: {source: test, parameters: 400 B, layers: 2, width: 256, vocabulary: 256, key-value-heads: 2, head-dimension: 64}");

        Outcome outcome = run();

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.line("left     tiny")).contains("more than the device has", "--all");
        assertThat(hub.requests()).isEmpty();
        assertThat(run("--all").exitCode()).isEqualTo(1);
        assertThat(hub.requests()).isNotEmpty();
    }

    @Test
    void repositoryThatIsNotThere_isTold_andTheOthersGoOn() throws Exception {
        Files.writeString(
                folder.resolve("plan.yaml"),
                Files.readString(folder.resolve("plan.yaml"))
                        .replace(
                                "models:",
                                "models:\n  other: {title: Other, roles: [chat], source: owner/none, precision: BF16}")
                        .replace("rows:", "rows:\n      - {id: A2, model: other, context: [4k]}"));

        Outcome outcome = run();

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.line("failed   other")).contains("owner/none at main can't be listed");
        assertThat(outcome.line("changed  tiny")).isNotEmpty();
        assertThat(outcome.errors()).contains("1 of 2 could not be prepared");
    }

    @Test
    void quantizedModel_isMadeFromItsSource_byWhateverQuantizes() throws Exception {
        Path awq = FormatSample.AWQ.write(folder.resolve("made"));
        tools.with("quantizer", "cp -r '" + awq + "' \"$3\"; test -z \"$HF_TOKEN\"");
        plan("AWQ 4-bit", "serve: {vllm: {model: " + folder.resolve("models/tiny-AWQ") + "}}");

        Outcome outcome = run();

        assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
        assertThat(outcome.line("changed  tiny")).contains("tensors in AWQ", "models/tiny-AWQ");
        assertThat(tools.calls())
                .singleElement()
                .asString()
                .contains(snapshot().toString(), "--text")
                .doesNotContain("trust");
        assertThat(Manifest.of(folder.resolve("models/tiny-AWQ")).orElseThrow().method())
                .startsWith("AWQ, 4 bits");
        assertThat(run().line("ok       tiny")).isNotEmpty();
    }

    @Test
    void quantizerThatFails_leavesNothingHalfMade() throws Exception {
        tools.with("quantizer", "mkdir -p \"$3\"; exit 1");
        plan("AWQ 4-bit", "serve: {vllm: {model: " + folder.resolve("models/tiny-AWQ") + "}}");

        assertThat(run().line("failed   tiny")).contains("can't be quantized");
        assertThat(folder.resolve("models/tiny-AWQ")).doesNotExist();
        assertThat(folder.resolve("models/tiny-AWQ.part")).doesNotExist();
    }

    private Outcome run(String... more) throws IOException, InterruptedException {
        List<String> arguments = new java.util.ArrayList<>(
                List.of("--plan", folder.resolve("plan.yaml").toString(), "--profile", "p"));
        arguments.addAll(List.of(more));
        return new Script("prepare-models.sh", folder)
                .with("PATH", tools.beforeOthers())
                .with("HF_ENDPOINT", hub.address())
                .with("RETRY_PAUSE", "0")
                .with("ATTEMPTS", "2")
                .with("QUANTIZER_PYTHON", folder.resolve("tools/quantizer").toString())
                .run(arguments.toArray(String[]::new));
    }

    private Path cache() {
        return folder.resolve(".cache/huggingface/hub/models--owner--tiny");
    }

    private Path snapshot() {
        return cache().resolve("snapshots").resolve(FakeHub.COMMIT);
    }

    private void plan(String precision, String more) throws IOException {
        Files.writeString(folder.resolve("plan.yaml"), """
                plan: Test
                device: {name: test, memory: 128 GB, bandwidth: 273 GB/s}
                models:
                  tiny:
                    title: Tiny
                    roles: [chat]
                    source: owner/tiny
                    precision: %s
                    %s
                engines:
                  vllm: {driver: vllm}
                scenarios:
                  A:
                    title: Alone
                    rows:
                      - {id: A1, model: tiny, context: [4k]}
                always: [time_to_first_token < 10 s]
                profiles:
                  p:
                    engine: vllm
                    sampling: {warm-up: 1, requests: 10, output-tokens: 8, think-time: 0 s, stall-timeout: 10 s, load-timeout: 10 s, time-limit: 10 s}
                    background: {rate: 1 req/s, input-tokens: 16, output-tokens: 8}
                """.formatted(precision, more));
    }
}
