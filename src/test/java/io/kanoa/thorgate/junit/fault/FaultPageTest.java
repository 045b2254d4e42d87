package io.kanoa.thorgate.junit.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code src/docs/faults.md} says what the suite says. With {@code -Dfaults.write} it is written first. */
class FaultPageTest {

    private static final Path PAGE = Path.of("src", "docs", "faults.md");

    @Test
    void page_saysWhatTheSuiteSays() throws IOException {
        if (System.getProperty("faults.write") != null) {
            Files.writeString(PAGE, FaultPage.text());
        }
        assertThat(PAGE).as("write it anew with -Dfaults.write").hasContent(FaultPage.text());
    }

    @Test
    void noFault_endsInGo_butThoseThatTouchNothingMeasured() {
        assertThat(FaultPage.faults()).hasSizeGreaterThan(50);
        assertThat(FaultPage.faults())
                .filteredOn(fault -> fault.gate().equals("GO") || fault.row().equals("PASS"))
                .extracting(Fault::what)
                .containsExactlyInAnyOrder("the wall clock jumps", "a second gate is started");
    }
}
