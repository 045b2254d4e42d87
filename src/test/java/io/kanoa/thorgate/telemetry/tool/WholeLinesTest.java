package io.kanoa.thorgate.telemetry.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WholeLinesTest {

    @Test
    void lines_areGivenWithoutTheirEnds_emptyOnesAreNot() throws IOException {
        assertThat(lines("a b\r\n\nc°\n")).containsExactly("a b", "c°");
    }

    @Test
    void lineWithoutItsEnd_isLeftOut() throws IOException {
        assertThat(lines("VIN 19780mW\nVIN 197")).containsExactly("VIN 19780mW");
    }

    @Test
    void lineThatIsTooLong_isLeftOut_andTheNextIsNot() throws IOException {
        assertThat(lines("x".repeat(200_000) + "\n" + "y".repeat(64 * 1024) + "\nnext\n"))
                .containsExactly("y".repeat(64 * 1024), "next");
    }

    private static List<String> lines(String text) throws IOException {
        List<String> lines = new ArrayList<>();
        new WholeLines(lines::add).readAll(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        return lines;
    }
}
