package io.kanoa.thorgate.ci;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** Programs of a made-up machine, in a folder for the PATH. Each notes how it was called; for tests of our scripts only. */
final class FakeTools {

    private final Path folder;
    private final Path calls;

    FakeTools(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder.resolve("tools"));
        this.calls = folder.resolve("calls");
    }

    /** @param body what it does, in a shell's words; its arguments are {@code $*} */
    FakeTools with(String name, String body) throws IOException {
        Path tool = folder.resolve(name);
        Files.writeString(tool, "#!/bin/bash\necho \"" + name + " $*\" >>'" + calls + "'\n" + body + "\n");
        Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwxr-xr-x"));
        return this;
    }

    FakeTools without(String name) throws IOException {
        Files.deleteIfExists(folder.resolve(name));
        return this;
    }

    /** These before the machine's own. */
    String beforeOthers() {
        return folder + ":" + System.getenv("PATH");
    }

    /** These and the plain tools of any Linux, so that nothing else of this machine is found. */
    String alone() {
        return folder + ":/usr/bin:/bin";
    }

    List<String> calls() throws IOException {
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }
}
