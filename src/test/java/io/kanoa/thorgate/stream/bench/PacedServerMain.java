package io.kanoa.thorgate.stream.bench;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The paced server as a process: says its port on the standard output and ends with its standard input. */
final class PacedServerMain {

    private PacedServerMain() {}

    public static void main(String[] arguments) throws IOException {
        try (PacedServer server = new PacedServer();
                FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
            Thread thread = new Thread(server::serve, "accept");
            thread.setDaemon(true);
            thread.start();
            out.write((server.port() + "\n").getBytes(StandardCharsets.US_ASCII));
            System.in.transferTo(java.io.OutputStream.nullOutputStream());
        }
    }
}
