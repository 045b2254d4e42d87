package io.kanoa.thorgate.device;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Small files that say what a machine is and how it is set. What they say comes from the machine: untrusted.
 *
 * @param root of the file system, {@code /}; tests give a directory with files like those of another machine
 */
public record MachineFiles(Path root) {

    private static final int LIMIT = 256 * 1024;

    /** False for the root of this machine. */
    public boolean isMadeUp() {
        return !root.equals(root.getRoot());
    }

    /** The text of a file, or nothing where it cannot be read. The device tree ends its strings with NUL: lines here. */
    public Optional<String> text(String file) {
        try (InputStream in = Files.newInputStream(root.resolve(file))) {
            return Optional.of(new String(in.readNBytes(LIMIT), StandardCharsets.UTF_8).replace('\0', '\n'));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The first line that is not blank, without blanks around it. */
    public Optional<String> line(String file) {
        return text(file)
                .flatMap(text -> text.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .findFirst());
    }

    /** The first group of a pattern where it is first found in a file. */
    public Optional<String> find(String file, Pattern pattern) {
        return text(file).map(pattern::matcher).filter(Matcher::find).map(matcher -> matcher.group(1));
    }

    /** The names in a directory that fit a glob, sorted; none where it cannot be listed. */
    public List<String> names(String directory, String glob) {
        List<String> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(root.resolve(directory), glob)) {
            entries.forEach(entry -> found.add(entry.getFileName().toString()));
        } catch (IOException | DirectoryIteratorException e) {
            return List.of();
        }
        return found.stream().sorted().toList();
    }
}
