package io.kanoa.thorgate.telemetry.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.device.FakeRoot;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextFileTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(textBlock = """
                    '12', 12
                    '  7 kB', 7
                    '9223372036854775807', 9223372036854775807
                    '9223372036854775808', -9223372036854775808
                    '99999999999999999999999', -9223372036854775808
                    '-5', -9223372036854775808
                    '1.5', -9223372036854775808
                    '12x', -9223372036854775808
                    'kB', -9223372036854775808
                    '', -9223372036854775808
                    '   ', -9223372036854775808
                    '0', 0
                    """)
    void number_isReadWhole_orAbsent(String line, long expected) throws IOException {
        TextFile text = read(new TextFile(), line + "\n");

        assertThat(text.nextLine() ? text.number() : TextFile.ABSENT).isEqualTo(expected);
    }

    @Test
    void lineCutByTheBuffer_isNotSeen() throws IOException {
        TextFile text = read(new TextFile(8), "1\n22\n3333333\n");

        assertThat(text.nextLine()).isTrue();
        assertThat(text.number()).isEqualTo(1);
        assertThat(text.nextLine()).isTrue();
        assertThat(text.number()).isEqualTo(22);
        assertThat(text.nextLine()).isFalse();
    }

    @Test
    void shorterFileReadAfterALongerOne_showsNothingOfTheOld() throws IOException {
        TextFile text = read(new TextFile(), "123456\n789\n");
        read(text, "1");

        assertThat(text.nextLine()).isTrue();
        assertThat(text.number()).isEqualTo(1);
        assertThat(text.nextLine()).isFalse();
    }

    @Test
    void numberIsNotTakenFromTheNextLine() throws IOException {
        TextFile text = read(new TextFile(), "a\n5\n");

        assertThat(text.nextLine()).isTrue();
        assertThat(text.take(TextFile.ascii("a"))).isTrue();
        assertThat(text.number()).isEqualTo(TextFile.ABSENT);
    }

    private TextFile read(TextFile text, String content) throws IOException {
        new FakeRoot(directory).file("f", content);
        text.read(directory.resolve("f"));
        return text;
    }
}
