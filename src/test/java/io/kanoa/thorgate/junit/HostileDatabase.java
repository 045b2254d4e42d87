package io.kanoa.thorgate.junit;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** What a PostgreSQL would be that asks for the password in clear and repeats it in its refusal, with hostile words. */
final class HostileDatabase implements AutoCloseable {

    private static final int SSL_REQUEST = 80877103;
    private static final int CLEARTEXT = 3;

    private final ServerSocket listener;
    private volatile boolean heardPassword;

    HostileDatabase() throws IOException {
        listener = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "hostile-database");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return listener.getLocalPort();
    }

    boolean heardPassword() {
        return heardPassword;
    }

    private void serve() {
        while (!listener.isClosed()) {
            try (Socket socket = listener.accept()) {
                refuse(new DataInputStream(socket.getInputStream()), new DataOutputStream(socket.getOutputStream()));
            } catch (IOException over) {
                // the test has ended, or the client has left
            }
        }
    }

    private void refuse(DataInputStream in, DataOutputStream out) throws IOException {
        byte[] first = in.readNBytes(in.readInt() - 4);
        if (new DataInputStream(new java.io.ByteArrayInputStream(first)).readInt() == SSL_REQUEST) {
            out.writeByte('N');
            in.readNBytes(in.readInt() - 4);
        }
        out.writeByte('R');
        out.writeInt(8);
        out.writeInt(CLEARTEXT);
        out.flush();
        in.readByte();
        String password = new String(in.readNBytes(in.readInt() - 4), StandardCharsets.UTF_8).replace("\0", "");
        heardPassword = true;
        ByteArrayOutputStream error = new ByteArrayOutputStream();
        String words = (password + HostileWords.text()).replace("\0", "");
        for (String field : new String[] {"SFATAL", "VFATAL", "C28P01", "M" + words, "D" + words, "H" + words}) {
            error.writeBytes(field.getBytes(StandardCharsets.UTF_8));
            error.write(0);
        }
        error.write(0);
        out.writeByte('E');
        out.writeInt(4 + error.size());
        error.writeTo(out);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
