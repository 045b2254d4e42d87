package io.kanoa.thorgate.engine.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.device.preflight.Finding;
import io.kanoa.thorgate.device.preflight.Level;
import io.kanoa.thorgate.plan.EngineSpec;
import io.kanoa.thorgate.plan.Model;
import io.kanoa.thorgate.plan.Serving;
import io.kanoa.thorgate.weights.place.ModelPlaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelInventoryTest {

    private static final Path SHARDED = Path.of("src/test/resources/io/kanoa/thorgate/weights/sharded");

    @TempDir
    Path folder;

    @Test
    void modelThatIsHere_isRead_andNamedWithItsSizeAndPrecision() {
        Serving serving = serving("FP8", SHARDED.toAbsolutePath().toString());

        ModelInventory inventory = of(serving);

        assertThat(inventory.found()).containsOnlyKeys(serving);
        assertThat(finding(inventory).level()).isEqualTo(Level.OK);
        assertThat(finding(inventory).found()).contains("GB in FP8, ", "sharded");
    }

    @Test
    void modelOfOtherPrecisionThanDeclared_stopsTheRun() {
        Finding finding = finding(of(serving("BF16", SHARDED.toAbsolutePath().toString())));

        assertThat(finding.level()).isEqualTo(Level.STOP);
        assertThat(finding.subject()).isEqualTo("model m on e");
        assertThat(finding.found()).contains("the plan declares precision BF16, but ", "says FP8");
        assertThat(finding.mend()).isEqualTo("Correct the plan or put the declared weights there.");
    }

    @Test
    void fileThatCannotBeRead_stopsTheRun_andIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("broken.gguf"), "GGUFnonsense");

        ModelInventory inventory = of(serving("F16", file.toString()));

        assertThat(finding(inventory).level()).isEqualTo(Level.STOP);
        assertThat(finding(inventory).found()).contains("broken.gguf");
        assertThat(inventory.found()).isEmpty();
    }

    @Test
    void fileThatIsNotThere_isAWarning_butANameIsLeftToTheEngine() {
        Finding path = finding(of(serving("BF16", folder.resolve("none").toString())));
        Finding name = finding(of(serving("BF16", "owner/none")));

        assertThat(path.level()).isEqualTo(Level.WARNING);
        assertThat(path.found()).startsWith("not there: ");
        assertThat(name.level()).isEqualTo(Level.OK);
        assertThat(name.found()).isEqualTo("owner/none, not seen here: the engine fetches it where it can");
    }

    private static ModelInventory of(Serving serving) {
        return ModelInventory.of(List.of(serving), ModelPlaces.ofThisProcess());
    }

    private static Finding finding(ModelInventory inventory) {
        assertThat(inventory.findings()).hasSize(1);
        return inventory.findings().get(0);
    }

    private static Serving serving(String precision, String name) {
        return new Serving(
                new Model("m", "M", List.of(), name, precision, null), new EngineSpec("e", "llama-server", List.of()));
    }
}
