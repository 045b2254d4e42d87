package io.kanoa.thorgate.engine.embedded;

import de.kherud.llama.LlamaModel;
import io.kanoa.thorgate.weights.FolderLock;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * llama.cpp's library for this machine, unpacked once into a folder that all children load it from. Without that each
 * child would unpack it into the temporary folder and, being halted, leave it there.
 */
final class NativeLibrary {

    private final Path base;

    /** @param base folder for the unpacked library; made if need be */
    NativeLibrary(Path base) {
        this.base = base;
    }

    /**
     * The folder with the unpacked library; empty where the package holds none for this machine.
     *
     * @throws UncheckedIOException if it can't be unpacked
     */
    Optional<Path> folder() {
        String file = System.mapLibraryName("jllama");
        return Optional.ofNullable(LlamaModel.class.getResource(platform() + "/" + file))
                .map(resource -> unpacked(resource, file));
    }

    /** A folder that the child may use for temporary files: its loader deletes what has certain names there. */
    static Path temporary(Path folder) {
        return folder.resolve("tmp");
    }

    private Path unpacked(URL resource, String file) {
        try (InputStream in = resource.openStream()) {
            byte[] library = in.readAllBytes();
            Path folder = base.resolve(Long.toHexString(checksum(library)));
            if (!isThere(folder.resolve(file), library)) {
                unpack(library, folder, file);
            }
            Files.createDirectories(temporary(folder));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("Could not unpack llama.cpp's library into " + base + ": " + e, e);
        }
    }

    private static void unpack(byte[] library, Path folder, String file) throws IOException {
        FolderLock.whileHeld(folder, () -> {
            Path unfinished = folder.resolve(file + ".part");
            Files.write(unfinished, library);
            Files.move(unfinished, folder.resolve(file), StandardCopyOption.ATOMIC_MOVE);
        });
    }

    private static boolean isThere(Path file, byte[] library) throws IOException {
        return Files.isRegularFile(file)
                && Files.size(file) == library.length
                && checksum(Files.readAllBytes(file)) == checksum(library);
    }

    private static long checksum(byte[] bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes);
        return checksum.getValue();
    }

    /** The folder within the package, e.g. {@code Linux/x86_64}. */
    private static String platform() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String system = name.startsWith("windows") ? "Windows" : name.startsWith("mac") ? "Mac" : "Linux";
        return system + "/" + (arch.equals("amd64") ? "x86_64" : arch);
    }
}
