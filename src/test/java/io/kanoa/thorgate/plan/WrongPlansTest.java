package io.kanoa.thorgate.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each file is the mini plan with a small edit; messages.txt has the problem lines that the reader answers with. */
class WrongPlansTest {

    static List<Path> wrongPlans() {
        return PlanFiles.wrong();
    }

    @ParameterizedTest
    @MethodSource("wrongPlans")
    void wrongPlan_isRefusedWithItsMessages(Path file) throws IOException {
        PlanException refusal = catchThrowableOfType(PlanException.class, () -> PlanReader.read(file, "real"));

        assertThat(refusal).isNotNull();
        assertThat(refusal.getMessage().replace(PlanFiles.WRONG + "/", "").lines())
                .containsExactlyElementsOf(expected(file));
    }

    @Test
    void miniPlan_isFine() {
        assertThat(PlanReader.profiles(PlanFiles.MINI)).containsExactly("real", "tiny");
    }

    @Test
    void wrongPlans_areAllThere() {
        assertThat(wrongPlans()).hasSizeGreaterThan(95);
    }

    private static List<String> expected(Path file) throws IOException {
        List<String> lines = Files.readAllLines(PlanFiles.WRONG.resolve("messages.txt")).stream()
                .filter(line -> line.startsWith(file.getFileName() + ":"))
                .toList();
        assertThat(lines).as("expected messages of %s", file).isNotEmpty();
        return lines;
    }
}
