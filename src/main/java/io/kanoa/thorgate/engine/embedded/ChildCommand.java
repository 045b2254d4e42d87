package io.kanoa.thorgate.engine.embedded;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kherud.llama.LlamaModel;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The command that starts {@link EmbeddedServer} on the Java that we run on. Its class path is made of the places that
 * the classes it needs came from, because {@code java.class.path} may be a manifest jar of the build.
 */
final class ChildCommand {

    /** Small heap, simplest collector, quick compiler: what the child runs in Java must not compete with llama.cpp. */
    private static final List<String> JVM = List.of(
            "-Xms16m",
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-XX:-UsePerfData",
            "-Dsun.net.httpserver.nodelay=true",
            "-Dsun.net.httpserver.idleInterval=3600");

    private final Path logFolder;
    private final Optional<Path> libraryFolder;

    ChildCommand(Path logFolder, Optional<Path> libraryFolder) {
        this.logFolder = logFolder;
        this.libraryFolder = libraryFolder;
    }

    List<String> with(ServerOptions options, List<String> more) {
        List<String> result = new ArrayList<>();
        result.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        result.addAll(JVM);
        result.add("-XX:ErrorFile=" + logFolder.resolve("hs_err_pid%p.log"));
        libraryFolder.ifPresent(folder -> {
            result.add("-Dde.kherud.llama.lib.path=" + folder);
            result.add("-Dde.kherud.llama.tmpdir=" + NativeLibrary.temporary(folder));
        });
        result.addAll(List.of("-cp", classPath(), EmbeddedServer.class.getName()));
        result.addAll(options.toArguments());
        result.addAll(more);
        return result;
    }

    private static String classPath() {
        return Stream.of(
                        EmbeddedServer.class,
                        LlamaModel.class,
                        ObjectMapper.class,
                        JsonFactory.class,
                        JsonProperty.class)
                .map(ChildCommand::placeOf)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String placeOf(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("Can't tell where " + type + " was loaded from", e);
        }
    }
}
