package io.kanoa.thorgate.engine.embedded;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/** What the child tells its parent, one JSON object a line on standard output; its log goes to standard error. */
final class Announcements {

    private static final String PORT = "port";
    private static final String WEIGHTS = "weights_nanos";

    private final PrintStream parent =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    private final PrintStream log =
            new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);

    /** Sends what libraries print to the log, so that standard output holds announcements only. */
    void redirectLibraries() {
        System.setOut(log);
    }

    void listening(int port) {
        parent.println("{\"" + PORT + "\":" + port + "}");
    }

    void loaded(long weightsNanos) {
        parent.println("{\"" + WEIGHTS + "\":" + weightsNanos + "}");
    }

    void failed(Throwable problem) {
        problem.printStackTrace(log);
    }

    /** The port in a line, if that is what it announces. */
    static OptionalLong portIn(String line) {
        return number(line, PORT);
    }

    /** The duration of loading the weights in a line, if that is what it announces. */
    static OptionalLong weightsNanosIn(String line) {
        return number(line, WEIGHTS);
    }

    private static OptionalLong number(String line, String name) {
        try {
            JsonNode value = Json.MAPPER.readTree(line).path(name);
            return value.isIntegralNumber() ? OptionalLong.of(value.longValue()) : OptionalLong.empty();
        } catch (JsonProcessingException e) {
            return OptionalLong.empty();
        }
    }
}
