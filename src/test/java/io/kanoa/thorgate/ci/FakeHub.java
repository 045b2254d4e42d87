package io.kanoa.thorgate.ci;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * A server on the loopback that answers as Hugging Face's hub does, as far as our script asks: the list of a repository's files with
 * their hashes, and the files, from any byte on. Not the hub; for tests of our script only.
 */
final class FakeHub implements AutoCloseable {

    static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    private final ServerSocket server;
    private final Map<String, byte[]> files = new TreeMap<>();
    private final Map<String, Integer> cutAfter = new ConcurrentHashMap<>();
    private final Map<String, String> hashes = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile String token = "";

    FakeHub() throws IOException {
        server = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "fake-hub");
        thread.setDaemon(true);
        thread.start();
    }

    FakeHub holding(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.toList()) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return this;
    }

    FakeHub holding(String name, String content) {
        files.put(name, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Breaks the connection after so many bytes of a file, each time it is asked for. */
    FakeHub cutting(String name, int bytes) {
        cutAfter.put(name, bytes);
        return this;
    }

    /** Lists another hash than the file has. */
    FakeHub listing(String name, String hash) {
        hashes.put(name, hash);
        return this;
    }

    /** Answers nobody without this token. */
    FakeHub requiring(String secret) {
        token = secret;
        return this;
    }

    String address() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    /** Each with its range of bytes, if it had one. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket connection = server.accept()) {
                answer(connection);
            } catch (IOException e) {
                // the client or the test has gone
            }
        }
    }

    /** One request a connection; closing it early is what breaks an answer. */
    private void answer(Socket connection) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
        String path = in.readLine().split(" ")[1].replaceAll("\\?.*", "");
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            headers.put(
                    line.substring(0, line.indexOf(':')),
                    line.substring(line.indexOf(':') + 1).strip());
        }
        String range = headers.getOrDefault("Range", "");
        requests.add((path + " " + range).strip());
        OutputStream out = connection.getOutputStream();
        if (!token.isEmpty() && !("Bearer " + token).equals(headers.get("Authorization"))) {
            send(out, "401 Unauthorized", "", new byte[0], 0);
        } else if (path.equals("/api/models/owner/tiny/revision/main")) {
            byte[] list = list().getBytes(StandardCharsets.UTF_8);
            send(out, "200 OK", "", list, list.length);
        } else {
            sendFile(out, path, range);
        }
    }

    private void sendFile(OutputStream out, String path, String range) throws IOException {
        String name = path.substring(path.lastIndexOf('/') + 1);
        byte[] content = files.get(name);
        if (content == null || !path.equals("/owner/tiny/resolve/" + COMMIT + "/" + name)) {
            send(out, "404 Not Found", "", new byte[0], 0);
            return;
        }
        int from = range.isEmpty() ? 0 : Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1"));
        byte[] rest = Arrays.copyOfRange(content, from, content.length);
        String place = "Content-Range: bytes " + from + "-" + (content.length - 1) + "/" + content.length + "\r\n";
        boolean isPart = !range.isEmpty();
        int sent = Math.min(rest.length, cutAfter.getOrDefault(name, rest.length));
        send(out, isPart ? "206 Partial Content" : "200 OK", isPart ? place : "", rest, sent);
    }

    private static void send(OutputStream out, String status, String headers, byte[] content, int sent)
            throws IOException {
        String head = "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + content.length
                + "\r\nConnection: close\r\n\r\n";
        out.write(head.getBytes(StandardCharsets.ISO_8859_1));
        out.write(content, 0, sent);
        out.flush();
    }

    private String list() {
        ObjectNode root = new ObjectMapper().createObjectNode().put("sha", COMMIT);
        ArrayNode siblings = root.putArray("siblings");
        files.forEach((name, content) -> {
            ObjectNode file = siblings.addObject().put("rfilename", name).put("size", content.length);
            if (name.endsWith(".safetensors")) {
                file.putObject("lfs")
                        .put("sha256", hashes.getOrDefault(name, hash("SHA-256", content)))
                        .put("size", content.length);
            }
            byte[] header = ("blob " + content.length + "\0").getBytes(StandardCharsets.UTF_8);
            file.put("blobId", hashes.getOrDefault(name, hash("SHA-1", header, content)));
        });
        return root.toString();
    }

    static String hash(String algorithm, byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            Arrays.stream(parts).forEach(digest::update);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
