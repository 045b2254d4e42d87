package io.kanoa.thorgate.engine.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which process of this machine serves a port, as far as Linux lets us see: for engines that we did not start. */
public final class ListeningProcess {

    private static final Path PROC = Path.of("/proc");
    private static final String LISTENING = "0A";
    private static final int LOCAL_ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;

    /** Addresses as in proc_net_tcp: any and the loopback, of IPv4, of IPv6, and of IPv4 within IPv6. */
    private static final Set<String> REACHED_BY_LOOPBACK = Set.of(
            "00000000",
            "0100007F",
            "00000000000000000000000000000000",
            "00000000000000000000000001000000",
            "0000000000000000FFFF00000100007F");

    /** They pass on what another process serves. */
    private static final Set<String> FORWARDERS =
            Set.of("docker-proxy", "rootlessport", "slirp4netns", "pasta", "pasta.avx2", "ssh", "sshd", "socat");

    private ListeningProcess() {}

    /**
     * The process that listens on a port of the loopback. Of several that share it, the first.
     *
     * @return empty if there is none, it belongs to another user, it only forwards to another process, or this is no Linux
     */
    public static OptionalLong onPort(int port) {
        Set<String> sockets = Stream.of("tcp", "tcp6")
                .flatMap(table -> lines(PROC.resolve("self/net").resolve(table)))
                .map(line -> line.strip().split("\\s+"))
                .filter(fields -> fields.length > INODE && listens(fields, port))
                .map(fields -> "socket:[" + fields[INODE] + "]")
                .collect(Collectors.toSet());
        return sockets.isEmpty() ? OptionalLong.empty() : holderOf(sockets);
    }

    private static boolean listens(String[] fields, int port) {
        String[] address = fields[LOCAL_ADDRESS].split(":");
        return fields[STATE].equals(LISTENING)
                && address.length == 2
                && address[1].equals(String.format(Locale.ROOT, "%04X", port))
                && REACHED_BY_LOOPBACK.contains(address[0]);
    }

    private static OptionalLong holderOf(Set<String> sockets) {
        return ProcessHandle.allProcesses()
                .mapToLong(ProcessHandle::pid)
                .filter(pid -> holds(pid, sockets) && !FORWARDERS.contains(nameOf(pid)))
                .min();
    }

    private static boolean holds(long pid, Set<String> sockets) {
        try (DirectoryStream<Path> open = Files.newDirectoryStream(PROC.resolve(pid + "/fd"))) {
            for (Path descriptor : open) {
                if (sockets.contains(targetOf(descriptor))) {
                    return true;
                }
            }
            return false;
        } catch (IOException | DirectoryIteratorException e) {
            // Gone by now, or not ours to look at.
            return false;
        }
    }

    private static String targetOf(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            return "";
        }
    }

    private static String nameOf(long pid) {
        return lines(PROC.resolve(pid + "/comm")).findFirst().orElse("");
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.ISO_8859_1).stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }
}
