package io.kanoa.thorgate.engine.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.engine.launch.custodian.ToolCall;
import io.kanoa.thorgate.plan.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A real podman with a store of its own in a folder, and images made of this machine's programs. */
final class Podman {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;

    Podman(Path folder) {
        this.folder = folder;
    }

    /** What the plan says besides the image; works in a virtual machine without systemd. */
    Launch.Container launch(String image, String... command) {
        return new Launch.Container(
                image,
                Optional.of("podman"),
                arguments(),
                List.of("--ulimit", "nofile=1024:1024", "--ulimit", "nproc=1000:1000"),
                List.of(command),
                false);
    }

    /** Makes an image of programs of this machine, each with the libraries that it is linked to. */
    void makeImage(String name, Path... programs) throws IOException {
        Path root = Files.createDirectories(folder.resolve("root-" + name));
        for (String mountPoint : List.of("proc", "sys", "dev", "tmp", "etc", "run")) {
            Files.createDirectories(root.resolve(mountPoint));
        }
        for (Path program : programs) {
            copy(program, root);
            for (Path library : libraries(program)) {
                copy(library, root);
            }
        }
        Path tar = folder.resolve(name + ".tar");
        succeed(List.of("tar", "-C", root.toString(), "-cf", tar.toString(), "."));
        succeed(with("import", tar.toString(), name));
    }

    /** Names of the containers that there are, running or not. */
    List<String> containers() {
        return succeed(with("ps", "-a", "--format", "{{.Names}}")).lines().toList();
    }

    /**
     * What still uses the folder: processes of podman, which tidy up a moment after a container is gone, and mounts. Until they
     * end, the folder can't be deleted.
     */
    List<String> remains() throws IOException {
        Stream<String> processes = ProcessHandle.allProcesses()
                .map(process -> process.info().commandLine().orElse(""))
                .filter(command -> command.matches(".*\\b(podman|conmon|runc)\\b.*"));
        Stream<String> mounts = Files.readAllLines(Path.of("/proc/self/mounts")).stream();
        return Stream.concat(processes, mounts)
                .filter(line -> line.contains(folder.toString()))
                .toList();
    }

    /** Deletes the folder with the store in it. */
    void delete() {
        succeed(List.of("rm", "-rf", "--one-file-system", folder.toString()));
    }

    private static List<Path> libraries(Path program) {
        return ToolCall.of(List.of("ldd", program.toString()), PATIENCE)
                .output()
                .lines()
                .map(line -> line.replaceFirst(".*=>", "").strip().replaceFirst(" \\(.*", ""))
                .filter(path -> path.startsWith("/"))
                .map(Path::of)
                .toList();
    }

    /** To the path that it is linked by: the loader looks for libraries there. */
    private static void copy(Path file, Path root) throws IOException {
        Path target = root.resolve(Path.of("/").relativize(file));
        Files.createDirectories(target.getParent());
        Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    }

    private List<String> arguments() {
        return List.of(
                "--root",
                folder.resolve("store").toString(),
                "--runroot",
                folder.resolve("run").toString(),
                "--storage-driver",
                "vfs",
                "--runtime",
                "runc");
    }

    private List<String> with(String... arguments) {
        List<String> command = new ArrayList<>(List.of("podman"));
        command.addAll(arguments());
        command.addAll(List.of(arguments));
        return command;
    }

    private static String succeed(List<String> command) {
        ToolCall call = ToolCall.of(command, PATIENCE);
        assertThat(call.isOk()).as("%s: %s", command, call.error()).isTrue();
        return call.output();
    }
}
