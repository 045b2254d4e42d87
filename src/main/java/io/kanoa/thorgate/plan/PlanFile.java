package io.kanoa.thorgate.plan;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the text of a plan file: there, not too large, UTF-8. */
final class PlanFile {

    static final int MOST_BYTES = 1 << 18;

    private PlanFile() {}

    /** The text of the file; what is in the way of it is thrown as the file's only problem. */
    static String text(Path file, Problems problems) {
        ByteBuffer bytes = ByteBuffer.wrap(bytes(file, problems));
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw failure(problems, "is not UTF-8 text, from byte " + bytes.position() + "; save it as UTF-8");
        }
    }

    private static byte[] bytes(Path file, Problems problems) {
        if (!Files.isRegularFile(file)) {
            throw failure(problems, "there is no such file; name the plan with -Dgate.plan=FILE");
        }
        try (var in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw failure(problems, "is larger than 256 KiB; a plan is a few hundred lines");
            }
            return bytes;
        } catch (IOException e) {
            throw failure(problems, "cannot be read: " + e);
        }
    }

    private static PlanException failure(Problems problems, String message) {
        problems.addForFile(message);
        return problems.toException();
    }
}
