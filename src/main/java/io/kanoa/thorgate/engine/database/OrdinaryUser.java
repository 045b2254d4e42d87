package io.kanoa.thorgate.engine.database;

import io.kanoa.thorgate.engine.EngineException;
import io.kanoa.thorgate.engine.launch.Programs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whom PostgreSQL runs as: it refuses to run as root.
 *
 * @param name empty where we are no root and it runs as we do
 * @param group of that user
 */
record OrdinaryUser(String name, String group) {

    private static final List<String> CANDIDATES = List.of("postgres", "nobody");
    private static final Path USERS = Path.of("/etc/passwd");

    /**
     * @param ours a file of ours, whose owner tells who we are
     * @throws EngineException if we are root and there is no other user, or no program to become one
     */
    static OrdinaryUser of(Path ours) {
        if (!Integer.valueOf(0).equals(attribute(ours, "unix:uid"))) {
            return new OrdinaryUser("", "");
        }
        return CANDIDATES.stream()
                .flatMap(name -> group(name).map(gid -> new OrdinaryUser(name, gid)).stream())
                .findFirst()
                .orElseThrow(() -> new EngineException(
                        "PostgreSQL does not run as root, and there is no user " + String.join(" or ", CANDIDATES)
                                + " to run it as; add one, or run the gate as an ordinary user",
                        List.of()));
    }

    boolean isUs() {
        return name.isEmpty();
    }

    /** The program and arguments that run {@code command} as this user. */
    List<String> running(List<String> command) {
        return isUs()
                ? command
                : Stream.concat(become().stream(), command.stream()).toList();
    }

    /** What may be amiss where this user can't reach programs or data; empty where we run them ourselves. */
    String advice(Path programs, Path data) {
        return isUs()
                ? ""
                : "; it runs as user " + name + ", since PostgreSQL does not run as root: the folders above " + programs
                        + " and " + data + " must be open to others";
    }

    /** Gives a file or folder to this user. */
    void own(Path path) {
        if (!isUs()) {
            try {
                UserPrincipalLookupService users = path.getFileSystem().getUserPrincipalLookupService();
                Files.setOwner(path, users.lookupPrincipalByName(name));
            } catch (IOException e) {
                throw new UncheckedIOException("can't give " + path + " to user " + name, e);
            }
        }
    }

    private List<String> become() {
        Optional<Path> setpriv = Programs.find("setpriv");
        if (setpriv.isPresent()) {
            return List.of(setpriv.get().toString(), "--reuid=" + name, "--regid=" + group, "--clear-groups", "--");
        }
        Path runuser = Programs.find("runuser")
                .orElseThrow(() -> new EngineException(
                        "PostgreSQL does not run as root, and there is neither setpriv nor runuser on the PATH to run it as "
                                + name + "; install util-linux, or run the gate as an ordinary user",
                        List.of()));
        return List.of(runuser.toString(), "-u", name, "--");
    }

    /** The number of a user's group, where there is such a user. */
    private static Optional<String> group(String user) {
        try (Stream<String> lines = Files.lines(USERS)) {
            return lines.map(line -> line.split(":"))
                    .filter(fields -> fields.length > 3 && fields[0].equals(user))
                    .map(fields -> fields[3])
                    .findFirst();
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private static Object attribute(Path path, String name) {
        try {
            return Files.getAttribute(path, name);
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return Map.of();
        }
    }
}
