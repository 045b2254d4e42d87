package io.kanoa.thorgate.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code ci/fuzz.sh} does for hours, done for seconds: what is kept, and some mutants of seeds. */
class FuzzTest {

    private static final int MUTANTS = 1_000;
    private static final long BEGIN = 20_261_128;

    static List<String> parsers() {
        return Targets.all().stream().map(Target::name).toList();
    }

    @ParameterizedTest
    @MethodSource("parsers")
    void keptInput_isTakenOrRefusedAsDeclared(String name) throws Exception {
        Target target = Targets.named(name);
        for (Path file : Corpus.files(target)) {
            run(new Trial(target), Files.readAllBytes(file), file.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("parsers")
    void seedsAndMutants_areTakenOrRefusedAsDeclared_andSomeAreTaken(String name) throws Exception {
        Target target = Targets.named(name);
        Trial trial = new Trial(target);
        for (byte[] seed : target.seeds()) {
            run(trial, seed, "a seed");
        }
        Mutants mutants = new Mutants(target.seeds(), BEGIN);
        for (int i = 0; i < MUTANTS; i++) {
            run(trial, mutants.next(), "mutant " + i);
        }
        assertThat(trial.taken()).isPositive();
    }

    @Test
    void eachFolderOfKeptInputs_isAParsers() throws IOException {
        assertThat(Corpus.folders()).isSubsetOf(parsers());
    }

    private static void run(Trial trial, byte[] input, String what) throws Exception {
        try {
            trial.run(input);
        } catch (Exception | Error e) {
            throw new AssertionError(what, e);
        }
    }
}
