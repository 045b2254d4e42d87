package io.kanoa.thorgate.engine.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.device.preflight.Finding;
import io.kanoa.thorgate.device.preflight.Level;
import io.kanoa.thorgate.plan.EngineSpec;
import io.kanoa.thorgate.plan.Model;
import io.kanoa.thorgate.plan.ModelFacts;
import io.kanoa.thorgate.plan.ModelOnEngine;
import io.kanoa.thorgate.plan.Serving;
import io.kanoa.thorgate.plan.Sourced;
import io.kanoa.thorgate.weights.FileDigest;
import io.kanoa.thorgate.weights.place.ModelPlaces;
import io.kanoa.thorgate.weights.prepared.Manifest;
import io.kanoa.thorgate.weights.prepared.ManifestFile;
import io.kanoa.thorgate.weights.tiny.FormatSample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the gate makes, before a run, of a manifest beside a model. */
class ManifestInventoryTest {

    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    @TempDir
    Path folder;

    private Path model;
    private Path weights;

    @BeforeEach
    void aPreparedModel() throws IOException {
        model = FormatSample.BF16.write(folder);
        weights = model.resolve("model.safetensors");
        seal("owner/m", COMMIT);
    }

    @Test
    void modelAsItWasPrepared_isOk_andSaysFromWhere() {
        assertThat(finding().level()).isEqualTo(Level.OK);
        assertThat(finding().found()).endsWith(", as prepared from owner/m at 0123456789ab");
    }

    @Test
    void withoutAManifest_isAsBefore() throws IOException {
        Files.delete(model.resolve(Manifest.FILE_NAME));

        assertThat(finding().level()).isEqualTo(Level.OK);
        assertThat(finding().found()).doesNotContain("as prepared");
    }

    @Test
    void changedByte_stopsTheRun() throws IOException {
        byte[] content = Files.readAllBytes(weights);
        content[content.length - 1] ^= 1;
        Files.write(weights, content);
        Files.setLastModifiedTime(weights, FileTime.fromMillis(1));

        assertStop("model.safetensors has other content than the manifest says (SHA-256)");
    }

    @Test
    void otherTimeAlone_isNoProblem() throws IOException {
        Files.setLastModifiedTime(weights, FileTime.fromMillis(1));

        assertThat(finding().level()).isEqualTo(Level.OK);
    }

    @Test
    void changedConfiguration_stopsTheRun() throws IOException {
        Path config = model.resolve("config.json");
        Files.writeString(config, Files.readString(config) + " ");

        assertStop("config.json has ", "and the manifest says");
    }

    @Test
    void missingFile_stopsTheRun() throws IOException {
        Files.delete(model.resolve("tokenizer.json"));

        assertStop("tokenizer.json is not there, and the manifest lists it");
    }

    @Test
    void weightsThatAreNotListed_stopTheRun() throws IOException {
        Files.copy(weights, model.resolve("other.safetensors"));

        assertStop("other.safetensors is not in the manifest");
    }

    @Test
    void otherRepository_stopsTheRun() throws IOException {
        seal("owner/other", COMMIT);

        assertStop("says repository owner/other, and the plan says owner/m");
    }

    @Test
    void otherRevision_stopsTheRun() throws IOException {
        seal("owner/m", "fedcba98" + COMMIT.substring(8));

        assertStop("says revision fedcba98", "and the plan says 0123456");
    }

    @Test
    void manifestThatLeadsOutOfItsFolder_stopsTheRun() throws IOException {
        Path manifest = model.resolve(Manifest.FILE_NAME);
        Files.writeString(manifest, Files.readString(manifest).replace("config.json", "../config.json"));

        assertThat(finding().level()).isEqualTo(Level.STOP);
        assertThat(finding().found()).contains("'../config.json' with").contains("is no file of a model");
    }

    @Test
    void manifestOfALaterVersion_stopsTheRun() throws IOException {
        Path manifest = model.resolve(Manifest.FILE_NAME);
        Files.writeString(manifest, Files.readString(manifest).replace("\"version\" : 1", "\"version\" : 2"));

        assertThat(finding().found()).contains("has version 2; this gate reads 1");
    }

    private void assertStop(String... texts) {
        assertThat(finding().level()).isEqualTo(Level.STOP);
        assertThat(finding().found()).contains(texts);
        assertThat(finding().mend()).contains("ci/prepare-models.sh");
    }

    private Finding finding() {
        List<Finding> findings = ModelInventory.of(List.of(serving()), ModelPlaces.ofThisProcess())
                .findings();
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    private Serving serving() {
        ModelFacts facts = new ModelFacts(
                Map.of(),
                Optional.empty(),
                Optional.of(new Sourced<>(COMMIT.substring(0, 7), "test")),
                Optional.empty());
        ModelOnEngine here = new ModelOnEngine(Optional.of(model.toString()), List.of(), OptionalInt.empty(), true);
        return new Serving(
                new Model(
                        "m",
                        "M",
                        List.of(),
                        "owner/m",
                        "BF16",
                        null,
                        Map.of("e", here),
                        OptionalInt.empty(),
                        null,
                        facts),
                new EngineSpec("e", "vllm", List.of()));
    }

    private void seal(String repository, String revision) throws IOException {
        Files.deleteIfExists(model.resolve(Manifest.FILE_NAME));
        List<ManifestFile> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(model)) {
            for (Path file : all.toList()) {
                FileDigest digest = FileDigest.of(file);
                files.add(new ManifestFile(
                        file.getFileName().toString(),
                        digest.size(),
                        digest.sha256(),
                        Files.getLastModifiedTime(file).toMillis()));
            }
        }
        new Manifest(repository, revision, "BF16", "", files).writeTo(model);
    }
}
